// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"

#include <limits>

namespace linterna {

//! Which checks a case has as its last one, last good one and last change: by the time of the check, of two with the
//! same by id. The case's row names them, so that the list of cases needs no other row. Call both inside a transaction.

//! Updates the case of a check that was just added.
[[nodiscard]] std::optional<Error> noteLastCheck(RecordTables &tables, const CaseEntry &ofCase,
                                                 const CheckOutcome &added);
//! Works them out anew for the cases whose ids `ofCases`, SQL with these values, gives: after checks came or went.
[[nodiscard]] std::optional<Error> findLastChecks(RecordTables &tables, const QString &ofCases,
                                                  const QVariantList &values);

//! Compares every good answer of a case with the one before it by time, and writes what it changed: after checks came
//! between others. Call inside a transaction.
[[nodiscard]] std::optional<Error> compareAnew(RecordTables &tables, qint64 caseId);

//! Only what was checked before this time and, at the same time, has a smaller id.
struct BeforeCheck {
    qint64 checkedAt = std::numeric_limits<qint64>::max();
    qint64 id = std::numeric_limits<qint64>::max();
};
//! The newest good answer of a case that can be read.
[[nodiscard]] Result<std::optional<CheckOutcome>> newestGood(const RecordTables &tables, const ReceiptNumber &receipt,
                                                             const BeforeCheck &before);

} // namespace linterna
