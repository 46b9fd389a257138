// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/deletion.h"
#include "lib/record/listquery.h"

#include <span>

namespace linterna {

//! What deletions do in the tables; LocalRecord says what each is for. A deletion first hides rows under a number, by
//! which it can be taken back, and empties nothing; purgeDeleted() then takes them out of the file.
namespace softdeletion {

//! Hides cases with all their checks. In a transaction.
[[nodiscard]] Result<Deletion> hideCases(RecordTables &tables, std::span<const qint64> cases);
//! Whether hideChecksBefore() would hide anything.
[[nodiscard]] Result<bool> isAnyBefore(const Database &database, qint64 moment);
//! What is known of the checks that hideChecksBefore() would hide.
[[nodiscard]] Result<OldChecks> findOldChecks(const Database &database, qint64 moment);
//! Hides all checks before a moment (milliseconds since 1970), but those of cases on hold, and the cases that have none
//! left. In a transaction.
[[nodiscard]] Result<Deletion> hideChecksBefore(RecordTables &tables, qint64 moment);
//! Works out anew what a case has as its last check, last good one and last change. In a transaction.
[[nodiscard]] std::optional<Error> findLastsOf(RecordTables &tables, qint64 caseId);
//! Brings back what was hidden under this number. A case that was looked up again meanwhile gets its earlier checks
//! back, and keeps what was written on it since. In a transaction. Error: Invalid where nothing is hidden under it any
//! more.
[[nodiscard]] std::optional<Error> undoDeletion(RecordTables &tables, qint64 number);
//! Whether any row is hidden.
[[nodiscard]] Result<bool> isAny(const Database &database);
//! Takes all hidden rows out, and what nothing refers to any more, and gives the number of checks. In a transaction.
[[nodiscard]] Result<qint64> purge(RecordTables &tables);
//! Call after purge(), outside of a transaction: makes sure that nothing of what was purged is left in the log, nor in
//! parts of the file that hold nothing. Takes about a second for each 100 MB of the file.
[[nodiscard]] std::optional<Error> shrink(Database &database);

} // namespace softdeletion

} // namespace linterna
