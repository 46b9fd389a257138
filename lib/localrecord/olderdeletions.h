// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/sqlite/database.h"

namespace linterna {

//! Takes out of a file of schemas 4 and 5 what was deleted and could still be brought back, so that nothing of it is left
//! in its bytes, nor gets into a copy of it. Shows rows again that damage hid: each deletion left a word that vouches for
//! its number, and a number without one is damage; files of before there were such words have none at all. Call outside
//! of a transaction.
[[nodiscard]] std::optional<Error> purgeOlderDeletions(Database &database, const FieldCipher &cipher);

} // namespace linterna
