// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/sqlite/database.h"

namespace linterna {

//! Whether the checks in the file, of whatever version, were written with this key; true where there are no checks.
[[nodiscard]] Result<bool> keyFits(const Database &database, const FieldCipher &cipher);
//! Whether there is any check in the file, of whatever version.
[[nodiscard]] Result<bool> hasAnyCheck(const Database &database);
//! Whether there are saved filters in the file, or were.
[[nodiscard]] Result<bool> hasAnyFilter(const Database &database);

} // namespace linterna
