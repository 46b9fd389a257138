// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace linterna {

//! How far a backup or a restoration is.
struct BackupProgress {
    enum class Phase {
        Copying,   //!< The record, beside itself.
        Sealing,   //!< The copy, into the backup.
        Verifying, //!< The backup is read back and compared.
        Reading,   //!< A backup, into a record beside the one in use.
        Checking,  //!< What was read.
        Replacing, //!< The record by it.
    };
    Phase phase = Phase::Copying;
    //! Bytes; no total where that is not known.
    qint64 done = 0;
    qint64 total = 0;
};

//! What the thread that does the work and the one that waits for it tell each other.
struct BackupWork {
    std::atomic<BackupProgress::Phase> phase = BackupProgress::Phase::Copying;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    //! The work is to end in Cancelled as soon as it can.
    std::atomic_bool stop = false;

    void begin(BackupProgress::Phase next, qint64 size = 0)
    {
        done = 0;
        total = size;
        phase = next;
    }
    [[nodiscard]] BackupProgress progress() const { return {phase, done, total}; }
};

//! Does work on a thread, and tells how far it is ten times a second. Going, it waits for the end of the work, which
//! stops soon: nothing is left lying about.
class BackupThread : public QObject
{
    Q_OBJECT
public:
    explicit BackupThread(QObject *parent);
    ~BackupThread() override;

    [[nodiscard]] BackupWork &work() { return *m_work; }
    //! One thing at a time. `ended` is called from the event loop.
    void run(std::function<void(BackupWork &)> task, std::function<void()> ended);

signals:
    void progressed(const linterna::BackupProgress &progress);

private:
    std::shared_ptr<BackupWork> m_work = std::make_shared<BackupWork>();
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
};

} // namespace linterna
