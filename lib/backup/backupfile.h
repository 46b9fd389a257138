// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/backup/backupwork.h"
#include "lib/crypto/sealedfile.h"

#include <QDateTime>

namespace linterna {

//! What a backup says about itself, in its sealed part.
struct BackupFacts {
    int schema = 0; //!< Version of the record.
    qint64 checks = 0;
    QDateTime made = {}; //!< UTC
    qint64 bytes = 0;    //!< Size of the record's file, which follows.
    Secret dataKey = {}; //!< The key with which the record is written.
};

//! Why a backup is not taken.
struct BackupProblem {
    enum class Kind {
        Sealed,      //!< `sealed` says what is wrong with the file.
        NewerRecord, //!< Sound, and the record in it was written by a newer version of Linterna.
        BadRecord,   //!< The content is no record of Linterna's, or is damaged.
    };
    Kind kind = Kind::Sealed;
    SealedProblem sealed = SealedProblem::NotSealed;
};

//! Writes the database into one sealed file, reads that back, compares, and only then gives it its name: an older file
//! of that name stays until there is a good one. Gives the file's size in bytes. Works on the calling thread. Errors:
//! Storage (the detail names the file), Cancelled.
[[nodiscard]] Result<qint64> writeBackup(const QString &target, const QString &database, const BackupFacts &facts,
                                         const Secret &passphrase, const PassphraseCost &cost, BackupWork &work);

//! Reads a whole backup, and writes its database into the file `into`, which is made (empty: the backup is only read).
//! Works on the calling thread. Errors: Unreadable (`problem` says why), Storage, Cancelled. The file `into` is then of
//! no use.
[[nodiscard]] Result<BackupFacts> readBackup(const QString &file, const Secret &passphrase, const QString &into,
                                             BackupWork &work, std::optional<BackupProblem> &problem);

} // namespace linterna
