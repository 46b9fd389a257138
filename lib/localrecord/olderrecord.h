// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"

namespace linterna {

//! Whether the checks in the file, of whatever version, were written with this key; true where there are no checks.
[[nodiscard]] Result<bool> keyFits(const Database &database, const FieldCipher &cipher);
//! Whether there is any check in the file.
[[nodiscard]] Result<bool> hasAnyCheck(const Database &database);

//! Moves checks from before version 4, when a check was one wide row, into the tables of today, with their numbers. A
//! check that cannot be read stays where it is, and stands in the list as unreadable. May be cut short at any moment
//! and goes on then where it was.
[[nodiscard]] std::optional<Error> takeInOlderChecks(RecordTables &tables);

} // namespace linterna
