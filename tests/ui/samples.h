// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectiontester.h"
#include "lib/domain/checkoutcome.h"
#include "lib/localrecord/localrecord.h"
#include "ui/exchange/differencesdialog.h"

namespace linterna::samples {

//! The moment at which the pictures and the tests take place: Sunday 22 November 2026, 15:42 UTC.
[[nodiscard]] QDateTime now();
[[nodiscard]] ReceiptNumber receipt(QStringView text);
//! Status of USCIS's official sample (EAC9999103402), without a timeline.
[[nodiscard]] CaseStatus affirmed();
//! A status with a timeline of four entries.
[[nodiscard]] CaseStatus withHistory();
[[nodiscard]] CheckOutcome answered(const CaseStatus &status, Change change = Change::First);
//! Outcome of a failed check. `previous`: with a last known status of 3 May.
[[nodiscard]] CheckOutcome failed(const Error &error, bool previous);
//! A page of `count` rows of all kinds, newest first, with ids from `total` downwards: of checks, and (casePage()) of
//! cases.
[[nodiscard]] CheckPage checkPage(int count, qint64 total);
[[nodiscard]] CasePage casePage(int count, qint64 total);
//! `count` rows of cases of all kinds, with clients.
[[nodiscard]] std::vector<CaseRow> caseRows(int count);

//! A client's name that differs between desks.
[[nodiscard]] FieldConflict clientConflict();
//! Two notes of several lines.
[[nodiscard]] FieldConflict noteConflict();
[[nodiscard]] ForeignDeletion foreignDeletion();
//! All of these, and a due date that only one desk has.
[[nodiscard]] Differences differences();

//! Connection of an office with a WSO2 gateway, with most fields set.
[[nodiscard]] Connection gateway();
[[nodiscard]] ConnectionTestReport testThatWorks();
[[nodiscard]] ConnectionTestReport testThatWasRefused();

} // namespace linterna::samples
