// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace linterna {

//! How far a backup or a restoration is.
struct BackupProgress {
    enum class Phase {
        Copying,   //!< Copies the record to a file beside it.
        Sealing,   //!< Seals the copy into the backup.
        Verifying, //!< Reads the backup back and compares.
        Reading,   //!< Reads a backup into a record beside the one in use.
        Checking,  //!< Checks the record that was read.
        Replacing, //!< Puts that record in place of the one in use.
    };
    Phase phase = Phase::Copying;
    //! In bytes; `total` is 0 where it is not known.
    qint64 done = 0;
    qint64 total = 0;
};

//! What the thread that does the work and the one that waits for it tell each other.
struct BackupWork {
    std::atomic<BackupProgress::Phase> phase = BackupProgress::Phase::Copying;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    //! Set to have the work end in Cancelled as soon as it can.
    std::atomic_bool stop = false;

    void begin(BackupProgress::Phase next, qint64 size = 0)
    {
        done = 0;
        total = size;
        phase = next;
    }
    [[nodiscard]] BackupProgress progress() const { return {phase, done, total}; }
};

//! Does work on a thread, and tells how far it is ten times a second. Its destructor stops the work and waits for its
//! end, so that nothing is left lying about.
class BackupThread : public QObject
{
    Q_OBJECT
public:
    explicit BackupThread(QObject *parent);
    ~BackupThread() override;

    [[nodiscard]] BackupWork &work() { return *m_work; }
    //! Runs `task` on the thread; one at a time. `ended` is called from the event loop.
    void run(std::function<void(BackupWork &)> task, std::function<void()> ended);

signals:
    void progressed(const linterna::BackupProgress &progress);

private:
    std::shared_ptr<BackupWork> m_work = std::make_shared<BackupWork>();
    std::unique_ptr<QThread> m_thread;
    QTimer m_timer;
};

} // namespace linterna
