// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordfile.h"
#include "lib/secrets/secretstore.h"

#include <QStringList>

namespace linterna {

//! What eraseEverything() removed, and what it could not. Files by their names in the folder.
struct Erased {
    struct SecretLeft {
        QString key;
        //! Why it is not known whether there was such a secret: KeychainLocked and the like.
        Error why;
    };
    QStringList files;
    QStringList filesLeft;
    //! Keys of the secrets that existed and were removed.
    QStringList secrets;
    std::vector<SecretLeft> secretsLeft;
};

//! The files in a data folder that are Linterna's own, certificates included; whatever else lies there is not named.
//! Files by which a running program is found, which hold nothing, are not among them.
[[nodiscard]] QStringList filesOfLinterna(const QString &folder);

//! The files of filesOfLinterna() that hold an older history: kept when it was damaged, replaced by a backup, or lacked
//! its key. What is deleted in the program stays in them.
[[nodiscard]] QStringList olderHistories(const QString &folder);

//! Erases the record and all that belongs to it: closes it (the record goes on empty, in memory), removes
//! filesOfLinterna(), then the secrets under these keys. Files are removed whatever becomes of the secrets. Where the
//! keychain does not open, it is not asked again for the rest. Ends with a value always, unless it is cancelled.
[[nodiscard]] JobOf<Erased> *eraseEverything(RecordFile &record, SecretStore &secrets, const QString &folder,
                                             const QStringList &keys);

} // namespace linterna
