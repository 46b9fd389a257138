// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/backup/backupfile.h"
#include "lib/base/clock.h"
#include "lib/localrecord/recordfile.h"

namespace linterna {

//! A backup that was written, and read back.
struct BackupDone {
    qint64 checks = 0;
    qint64 bytes = 0; //!< Size of the file.
};

//! Makes one file under a passphrase of the whole open record, while checks go on being recorded: copies the record
//! to a file beside it, leaves out what was deleted, seals, reads back and compares. An older file of that name stays
//! until the new one is known to be good.
//!
//! Cancelled, it ends when all that it made is removed; where the cancel comes too late the backup is there, and it
//! ends in BackupDone.
//! Errors: NotConfigured (the record is kept for this run only), Storage, Cancelled.
class RecordBackup : public JobOf<BackupDone>
{
    Q_OBJECT
public:
    RecordBackup(RecordFile &record, const Clock &clock, const QString &target, const Secret &passphrase,
                 const PassphraseCost &cost = {}, QObject *parent = nullptr);
    ~RecordBackup() override;

    void cancel() override;

signals:
    void progressed(const linterna::BackupProgress &progress);

private:
    void seal(const RecordCopy &copy);

    const Clock &m_clock;
    QString m_person;
    QString m_target;
    Secret m_passphrase;
    PassphraseCost m_cost;
    QPointer<Job> m_copying;
    BackupThread *m_thread;
};

//! Brings a copy of a record, written with this key, to the newest version, takes what was deleted out of it, looks
//! through all of it for damage, and leaves one file. Gives the number of checks. Works on the calling thread. Errors:
//! Storage (damaged, newer, no record), NotConfigured (written with another key).
[[nodiscard]] Result<qint64> settleCopy(const QString &file, const Secret &dataKey, const Author &author);

} // namespace linterna
