// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/guarded.h"
#include "lib/base/job.h"

#include <QMutex>
#include <QMutexLocker>
#include <QSemaphore>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

namespace linterna {

//! A State that lives on a thread of its own, for work that may block: no call here waits. Jobs end in the order in
//! which they were asked for. A job that is cancelled before its turn does nothing. An exception in the work ends the
//! job in Storage, and State::recover(), where there is such a function, drops what the work may have left half done.
template<class State>
class OwnThread
{
public:
    template<class T>
    struct Task {
        //! Runs on the own thread. `stop` becomes true when the job is cancelled.
        std::function<Result<T>(State &state, const std::atomic_bool &stop)> work = {};
        //! In place of `work`, for what takes long: called again and again, does a little each time, until it gives a
        //! result. Other tasks are done in between.
        std::function<std::optional<Result<T>>(State &state, const std::atomic_bool &stop)> slice = {};
        //! Called on the caller's thread, after the job has got the value; also where nobody waits for the job any
        //! more.
        std::function<void(const T &value)> afterwards = {};
    };

    //! `name`: of the thread, for debuggers.
    explicit OwnThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_there->moveToThread(&m_thread);
        m_thread.start();
    }
    //! Does what was asked for, then destroys State on its thread. Jobs end with their results before this returns.
    ~OwnThread()
    {
        // Calls reach the thread in their order, so this one comes after all that was asked for. The thread is ended from
        // here: one that ended itself could be gone while the call is still being handed to it.
        QSemaphore done;
        QMetaObject::invokeMethod(
            m_there,
            [this, &done] {
                m_state.reset();
                done.release();
            },
            Qt::QueuedConnection);
        done.acquire();
        m_thread.quit();
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
        auto run = std::make_shared<Run<T>>(std::move(task), job);
        QObject::connect(job, &Job::cancelled, job, [run] { run->stop = true; });
        post(std::move(run));
        return job;
    }

    //! To be called on the own thread: has `what` called on the caller's thread, in order with the ends of jobs.
    void tell(std::function<void()> what) { deliverLater(std::move(what)); }

private:
    template<class T>
    struct Run {
        Run(Task<T> what, JobOf<T> *whose) : task(std::move(what)), job(whose) {}
        //! Destroys the functions that run on the own thread. The job may still hold the rest.
        void letGo()
        {
            task.work = nullptr;
            task.slice = nullptr;
        }
        Task<T> task;
        QPointer<JobOf<T>> job;
        std::atomic_bool stop = false;
    };
    template<class T>
    void post(std::shared_ptr<Run<T>> run)
    {
        QMetaObject::invokeMethod(
            m_there, [this, run = std::move(run)] { step(run); }, Qt::QueuedConnection);
    }
    template<class T>
    void step(const std::shared_ptr<Run<T>> &run)
    {
        if (run->stop || !m_state) { // the latter where a slice comes after the end
            run->letGo();
            return;
        }
        bool whole = false;
        std::optional<Result<T>> result = guarded<std::optional<Result<T>>>([&]() -> std::optional<Result<T>> {
            std::optional<Result<T>> done =
                run->task.slice ? run->task.slice(*m_state, run->stop) : run->task.work(*m_state, run->stop);
            whole = true;
            return done;
        });
        if (!whole)
            recover();
        if (!result)
            return post(run);
        run->letGo();
        deliverLater([this, result = *std::move(result), run] {
            if (run->job)
                run->job->finish(result);
            if (result && run->task.afterwards && !m_alone)
                run->task.afterwards(*result);
        });
    }
    //! Call after an exception that left the work half done.
    void recover()
    {
        if constexpr (requires(State & state) { state.recover(); })
            m_state->recover();
    }
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
    //! The destructor is running: whoever owns this is going, and `afterwards` must not be called.
    bool m_alone = false;
    QMutex m_mutex;
    //! Ends of jobs, on their way from the own thread. Guarded by m_mutex.
    std::vector<std::function<void()>> m_deliveries;
};

} // namespace linterna
