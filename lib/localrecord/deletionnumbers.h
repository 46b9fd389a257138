// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"

namespace linterna::softdeletion {

// A row is hidden by a number, and what is hidden is taken out of the file in the end. So that no damaged number does
// that, each number under which something was deleted is vouched for, by a word that nobody can make without the key.

//! Vouches for the number of a deletion. Call inside a transaction.
[[nodiscard]] std::optional<Error> vouchFor(RecordTables &tables, qint64 number);
//! Shows rows again that are hidden under a number that nothing vouches for: nobody has deleted them. Call inside a
//! transaction. A record of a version that did not vouch is believed once.
[[nodiscard]] std::optional<Error> showWhatNobodyDeleted(RecordTables &tables);
//! Whether any row may be hidden under a number that nothing vouches for.
[[nodiscard]] Result<bool> isAnyUnvouched(const RecordTables &tables);
//! Forgets all numbers, for when nothing is hidden any more. Call inside a transaction.
[[nodiscard]] std::optional<Error> forgetNumbers(RecordTables &tables);

} // namespace linterna::softdeletion
