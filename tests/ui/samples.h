// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/connectiontester.h"
#include "domain/checkoutcome.h"
#include "history/historystore.h"

namespace linterna::samples {

//! The moment at which the pictures and the tests take place: Sunday 22 November 2026, 15:42 UTC.
[[nodiscard]] QDateTime now();
[[nodiscard]] ReceiptNumber receipt(QStringView text);
//! The official sample (EAC9999103402), no history.
[[nodiscard]] CaseStatus affirmed();
//! One with four entries in its history.
[[nodiscard]] CaseStatus withHistory();
[[nodiscard]] CheckOutcome answered(const CaseStatus &status, Change change = Change::First);
//! `previous`: a last known status of 3 May is there.
[[nodiscard]] CheckOutcome failed(const Error &error, bool previous);
//! `count` lines of every kind, newest first, with ids from `total` downwards: every check, and one line a case.
[[nodiscard]] CheckPage checkPage(int count, qint64 total);
[[nodiscard]] CasePage casePage(int count, qint64 total);
//! `count` cases of every kind, with clients.
[[nodiscard]] std::vector<CaseRow> caseRows(int count);

//! The connection of an office with a WSO2 gateway, and with most of what can be entered.
[[nodiscard]] Connection gateway();
[[nodiscard]] ConnectionTestReport testThatWorks();
[[nodiscard]] ConnectionTestReport testThatWasRefused();

} // namespace linterna::samples
