// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/crypto/passphrase.h"

namespace linterna {

//! Writes a key under a passphrase into a file that only its owner can read, and reads it back: either all of it is
//! there, or the file stays as it was. The work is done on a thread of its own, and goes on to its end when nobody
//! waits any more. Error: Storage.
[[nodiscard]] JobOf<Nothing> *writeKeyFile(const QString &path, const Secret &key, const Secret &passphrase,
                                           const PassphraseCost &cost, QObject *parent);
//! The key in the file; empty where the passphrase is another one. Errors: Storage (it cannot be read), Unreadable
//! (damaged, from a newer version, or no such file). `detail` begins with the path.
[[nodiscard]] JobOf<Secret> *readKeyFile(const QString &path, const Secret &passphrase, QObject *parent);
//! Puts the key under another passphrase. False, and nothing changed, where `before` is not its passphrase. Errors:
//! those of writeKeyFile() and readKeyFile(); the file is then as it was.
[[nodiscard]] JobOf<bool> *changePassphrase(const QString &path, const Secret &before, const Secret &after,
                                            const PassphraseCost &cost, QObject *parent);

} // namespace linterna
