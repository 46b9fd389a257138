// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/backup/recordbackup.h"

namespace linterna {

//! A record that was restored.
struct RestoreDone {
    qint64 checks = 0;
    QDateTime made = {}; //!< When the backup was made. UTC.
    //! Path of the file with the record that was replaced; empty where that held nothing.
    QString keptAs = {};
};

//! Puts the record in a backup in place of the open one: reads and checks all of it before anything is touched, then
//! replaces it in one transaction. How this computer keeps the key of its record stays as it is.
//!
//! Errors: Unreadable (problem() says why), NotConfigured (the record is kept for this run only), Invalid (there are
//! checks, and they were not to be replaced), Storage, Cancelled. Nothing is changed then.
class RecordRestore : public JobOf<RestoreDone>
{
    Q_OBJECT
public:
    //! What to do where the record has something in it. Ask: occupied() is emitted, and the job waits for
    //! replaceOther() or cancel().
    enum class Occupied { Refuse, Ask, KeepOther };
    RecordRestore(RecordFile &record, const QString &file, const Secret &passphrase, Occupied occupied,
                  QObject *parent = nullptr);
    ~RecordRestore() override;

    //! Does nothing once the record is being replaced.
    void cancel() override;
    void replaceOther();
    [[nodiscard]] const std::optional<BackupProblem> &problem() const { return m_problem; }

signals:
    void progressed(const linterna::BackupProgress &progress);
    //! The backup is sound, and the record in use has something in it.
    void occupied(const linterna::BackupFacts &backup);

private:
    void read(const std::shared_ptr<Scratch> &scratch, const QString &file, const Secret &passphrase);
    void replace(Replace rule);
    void replaced(const Result<QString> &keptAs);

    QPointer<RecordFile> m_record;
    Occupied m_occupied;
    QPointer<Job> m_making;
    BackupThread *m_thread;
    RecordCopy m_copy;
    BackupFacts m_facts;
    std::optional<BackupProblem> m_problem;
    bool m_waits = false;
};

} // namespace linterna
