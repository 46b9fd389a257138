// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/ownthread.h"
#include "lib/localrecord/heldwrites.h"
#include "lib/localrecord/recorddatabase.h"

#include <functional>

namespace linterna {

//! The thread of a LocalRecord with the database on it, and the ways to have something done there. Jobs that were asked
//! for end with the thread (OwnThread); long ones are cancelled.
class RecordThread
{
public:
    template<class T>
    using Task = OwnThread<RecordDatabase>::Task<T>;

    //! `owner` becomes the parent of all jobs. `tellWaiting` is called on its thread with 1 when a write begins to wait
    //! for another program, and with -1 when it no longer waits.
    RecordThread(QObject *owner, std::function<void(int more)> tellWaiting)
        : m_owner(owner), m_tellWaiting(std::move(tellWaiting))
    {}
    ~RecordThread()
    {
        for (const QPointer<Job> &job : m_longJobs) {
            if (job)
                job->cancel();
        }
    }
    Q_DISABLE_COPY_MOVE(RecordThread)

    //! The task of calling a function of RecordDatabase with these arguments.
    template<auto Function, class... Arguments>
    [[nodiscard]] static auto call(Arguments... arguments)
    {
        using Outcome = std::invoke_result_t<decltype(Function), RecordDatabase &, const Arguments &...>;
        Task<typename Outcome::Value> task;
        task.work = [... arguments = std::move(arguments)](RecordDatabase &database, const std::atomic_bool &) {
            return std::invoke(Function, database, arguments...);
        };
        return task;
    }

    //! Needs no open record.
    template<class T>
    [[nodiscard]] JobOf<T> *askAnyway(Task<T> task)
    {
        return m_thread.ask<T>(std::move(task), m_owner);
    }
    //! Ends in an Error where no record is open, as all below.
    template<class T>
    [[nodiscard]] JobOf<T> *ask(Task<T> task, std::function<void(const T &)> afterwards = {})
    {
        if (task.work) {
            task.work = [work = std::move(task.work)](RecordDatabase &database, const std::atomic_bool &stop) {
                return database.isOpen() ? work(database, stop) : Result<T>(notOpen());
            };
        } else {
            task.slice = [slice = std::move(task.slice)](RecordDatabase &database, const std::atomic_bool &stop) {
                return database.isOpen() ? slice(database, stop) : std::optional(Result<T>(notOpen()));
            };
        }
        if (afterwards)
            task.afterwards = std::move(afterwards);
        return askAnyway<T>(std::move(task));
    }
    //! As ask(), for what takes so long that it is cancelled where the record goes.
    template<class T>
    [[nodiscard]] JobOf<T> *askLong(Task<T> task)
    {
        std::erase_if(m_longJobs, [](const QPointer<Job> &earlier) { return !earlier || earlier->isFinished(); });
        JobOf<T> *job = ask<T>(std::move(task));
        m_longJobs.emplace_back(job);
        return job;
    }
    //! As ask(), for what a person wants written: waits while another program holds the file.
    template<class T>
    [[nodiscard]] JobOf<T> *write(Task<T> task, std::function<void(const T &)> afterwards)
    {
        const auto tell = [this](int more) { m_thread.tell([this, more] { m_tellWaiting(more); }); };
        task.slice = [turn = std::make_shared<WriteTurn>(m_heldWrites, tell), work = std::move(task.work)](
                         RecordDatabase &database, const std::atomic_bool &stop) -> std::optional<Result<T>> {
            if (!turn->isNext())
                return std::nullopt;
            Result<T> result = work(database, stop);
            if (!result && result.error().code == ErrorCode::StorageBusy) {
                turn->wait();
                return std::nullopt;
            }
            turn->leave();
            return result;
        };
        task.work = nullptr;
        return ask<T>(std::move(task), std::move(afterwards));
    }
    //! To be called on the record's thread: has `what` called on the caller's thread.
    void tell(std::function<void()> what) { m_thread.tell(std::move(what)); }

private:
    [[nodiscard]] static Error notOpen()
    {
        return {.code = ErrorCode::Storage, .detail = QStringLiteral("the record is not open")};
    }

    QObject *m_owner;
    std::function<void(int)> m_tellWaiting;
    std::shared_ptr<HeldWrites> m_heldWrites = std::make_shared<HeldWrites>();
    std::vector<QPointer<Job>> m_longJobs;
    OwnThread<RecordDatabase> m_thread{QStringLiteral("record")};
};

} // namespace linterna
