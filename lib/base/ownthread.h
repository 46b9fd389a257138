// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThread>

#include <atomic>
#include <utility>

namespace linterna {

//! A State on a thread of its own, for what may block: no call waits. Jobs end in the order in which they were asked
//! for. One that is cancelled before its turn does nothing.
template<class State>
class OwnThread
{
public:
    template<class T>
    struct Task {
        //! Runs on the own thread. `stop` becomes true when the job is cancelled.
        std::function<Result<T>(State &state, const std::atomic_bool &stop)> work;
        //! Runs on the caller's thread, after the job has got the value; also where nobody waits for the job any more.
        std::function<void(const T &value)> afterwards = {};
    };

    //! `name` is the thread's, for debuggers.
    explicit OwnThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_there->moveToThread(&m_thread);
        m_thread.start();
    }
    //! Does what was asked for, then ends State on its thread. Jobs end with what came of them.
    ~OwnThread()
    {
        // Calls reach the thread in their order, so this one comes after all that was asked for.
        QMetaObject::invokeMethod(
            m_there,
            [this] {
                m_state.reset();
                m_thread.quit();
            },
            Qt::QueuedConnection);
        m_thread.wait();
        delete m_there;
        m_alone = true;
        deliver();
    }
    Q_DISABLE_COPY_MOVE(OwnThread)

    template<class T>
    [[nodiscard]] JobOf<T> *ask(Task<T> task, QObject *owner)
    {
        auto *job = new JobOf<T>(owner);
        auto stop = std::make_shared<std::atomic_bool>(false);
        QObject::connect(job, &Job::cancelled, job, [stop] { *stop = true; });
        auto run = [this, task = std::move(task), stop, job = QPointer(job)]() mutable {
            if (*stop)
                return;
            const Result<T> result = task.work(*m_state, *stop);
            task.work = nullptr; // what it holds was made for this thread
            deliverLater([this, result, job, afterwards = std::move(task.afterwards)] {
                if (job)
                    job->finish(result);
                if (result && afterwards && !m_alone)
                    afterwards(*result);
            });
        };
        QMetaObject::invokeMethod(m_there, std::move(run), Qt::QueuedConnection);
        return job;
    }

private:
    void deliverLater(std::function<void()> delivery)
    {
        const QMutexLocker locker(&m_mutex);
        m_deliveries.push_back(std::move(delivery));
        QMetaObject::invokeMethod(
            &m_here, [this] { deliver(); }, Qt::QueuedConnection);
    }
    void deliver()
    {
        std::vector<std::function<void()>> deliveries;
        {
            const QMutexLocker locker(&m_mutex);
            deliveries = std::exchange(m_deliveries, {});
        }
        for (const auto &delivery : deliveries)
            delivery();
    }

    QThread m_thread;
    QObject m_here;
    QObject *m_there = new QObject;
    std::unique_ptr<State> m_state = std::make_unique<State>();
    //! Whoever owns this is going, and should not be worked with.
    bool m_alone = false;
    QMutex m_mutex;
    //! Ends of jobs, on their way from the own thread. Guarded by m_mutex.
    std::vector<std::function<void()>> m_deliveries;
};

} // namespace linterna
