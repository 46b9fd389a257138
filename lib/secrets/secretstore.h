// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/base/secret.h"

namespace linterna {

//! Where secrets live: the keychain of the operating system, or memory. Keys are names of ours
//! ("connection/USCIS sandbox/client-secret", "record/data-key") and not secret.
//!
//! Errors: KeychainLocked (locked, or a prompt was left open: each operation gives up after 60 s), KeychainAbsent,
//! KeychainDenied, Storage (written but not read back the same).
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    //! The secret, or an empty one where nothing is stored under the key. "Nothing stored" is only said when the store
    //! is open and was really searched: a locked one gives KeychainLocked.
    [[nodiscard]] virtual JobOf<Secret> *read(const QString &key) = 0;
    //! Stores the secret, and reads it back once.
    [[nodiscard]] virtual JobOf<Nothing> *write(const QString &key, const Secret &secret) = 0;
    //! Removes; what was not there counts as removed.
    [[nodiscard]] virtual JobOf<Nothing> *remove(const QString &key) = 0;
    //! Whether what is stored here is gone when the program ends.
    [[nodiscard]] virtual bool isForThisRunOnly() const = 0;
    //! Whether the secret under this key is held, and will be gone when the program ends.
    [[nodiscard]] virtual bool isKeptForThisRun(const QString &) const { return isForThisRunOnly(); }
};

} // namespace linterna
