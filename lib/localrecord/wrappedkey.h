// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "lib/sqlite/database.h"

namespace linterna {

// A record that was restored from a backup was written with the data key of the computer that it comes from. It carries
// that key within itself, sealed under the one that this computer keeps. So neither the keychain nor a passphrase
// changes when a record is restored, no other record loses its key, and there is no moment at which record and key do
// not belong together.

//! The key that the record is written with: the one that the record carries or, where it carries none, `kept`, which is
//! the key kept on this computer. For older versions of the file too. Error: Storage.
[[nodiscard]] Result<Secret> keyOfRecord(const Database &database, const Secret &kept);
//! Seals `key`, with which the record is written, under `kept` into the record, so that `kept` opens it. Call inside a
//! transaction. Error: Storage.
[[nodiscard]] std::optional<Error> carryKey(const Database &database, const Secret &key, const Secret &kept);
//! Removes the carried key, if there is one, from the record. Error: Storage.
[[nodiscard]] std::optional<Error> dropCarriedKey(const Database &database);

} // namespace linterna
