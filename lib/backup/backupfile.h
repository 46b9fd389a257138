// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/backupwork.h"
#include "backup/sealedfile.h"

#include <QDateTime>

namespace linterna {

//! What a backup says about itself, within what is sealed.
struct BackupFacts {
    int schema = 0; //!< Version of the record.
    qint64 checks = 0;
    QDateTime made = {}; //!< UTC
    qint64 bytes = 0;    //!< Of the record's file, which follows.
    Secret dataKey = {}; //!< With which the record is written.
};

//! Why a backup is not taken.
struct BackupProblem {
    enum class Kind {
        Sealed,      //!< `sealed` says what is wrong with the file.
        NewerRecord, //!< Sound, and the record in it was written by a newer version of Linterna.
        BadRecord,   //!< What is in it is no record of Linterna's, or is damaged.
    };
    Kind kind = Kind::Sealed;
    SealedProblem sealed = SealedProblem::NotSealed;
};

//! Writes the database into one sealed file, reads that back, compares, and only then gives it its name: an older file
//! of that name stays until there is a good one. Gives the file's size. On the thread that calls. Errors: Storage (the
//! detail names the file), Cancelled.
[[nodiscard]] Result<qint64> writeBackup(const QString &target, const QString &database, const BackupFacts &facts,
                                         const Secret &passphrase, const PassphraseCost &cost, BackupWork &work);

//! Reads a whole backup, and its database into a file that is made (none: it is only read). On the thread that calls.
//! Errors: Unreadable (`problem` says why), Storage, Cancelled. The file is then of no use.
[[nodiscard]] Result<BackupFacts> readBackup(const QString &file, const Secret &passphrase, const QString &into,
                                             BackupWork &work, std::optional<BackupProblem> &problem);

} // namespace linterna
