// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace linterna {

//! Something under way that ends in a Result<T>, exactly once, always asynchronously.
//!
//! A job ends on every path: finish(), cancel(), the death of what it waited for (endWith()), even its own deletion
//! (its listeners then get ErrorCode::Cancelled). A listener is called from the event loop, never from inside the call
//! that finished the job, and never after its context object died. A job deletes itself once it has told them; hold it
//! in a QPointer when you keep it. All calls belong to the job's thread, in which its contexts live too.
class Job : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] bool isFinished() const { return m_finished; }

public slots:
    //! Finishes with ErrorCode::Cancelled; a finished job is left alone.
    virtual void cancel() = 0;

signals:
    //! Emitted at once when cancel() ends the job, for whoever does the work behind it.
    void cancelled();

protected:
    //! Has tell() called from the event loop, once, and the job deleted after that.
    void tellLater();
    virtual void tell() = 0;

    bool m_finished = false;
};

template<class T>
class JobOf : public Job
{
public:
    using Listener = std::function<void(const Result<T> &)>;

    using Job::Job;
    ~JobOf() override
    {
        if (!m_finished)
            m_result = std::make_shared<const Result<T>>(Error{.code = ErrorCode::Cancelled});
        for (Entry &entry : m_listeners) { // which have not been told
            if (entry.context)
                post(entry.context, std::move(entry.listener));
        }
    }

    //! Calls `listener` with the result, from the event loop, unless `context` has died by then. May be called after
    //! the end too: the listener is then called soon.
    void onFinished(QObject *context, Listener listener)
    {
        Q_ASSERT(context);
        m_listeners.push_back({context, std::move(listener)});
    }

    //! Ends the job. Only the first call counts.
    void finish(Result<T> result)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_result = std::make_shared<const Result<T>>(std::move(result));
        tellLater();
    }

    //! Ends the job as cancelled when `dependency` dies first.
    void endWith(QObject *dependency) { connect(dependency, &QObject::destroyed, this, &JobOf::cancel); }

    void cancel() override
    {
        if (m_finished)
            return;
        finish(Error{.code = ErrorCode::Cancelled});
        emit cancelled();
    }

    //! A job that has already ended: its listeners are called from the event loop all the same.
    [[nodiscard]] static JobOf *finished(Result<T> result, QObject *parent = nullptr)
    {
        auto *job = new JobOf(parent);
        job->finish(std::move(result));
        return job;
    }

private:
    struct Entry {
        QPointer<QObject> context;
        Listener listener;
    };

    void tell() override
    {
        // A listener may be the end of this job and of the other listeners.
        const auto result = m_result;
        auto listeners = std::exchange(m_listeners, {});
        for (const Entry &entry : listeners) {
            if (entry.context)
                entry.listener(*result);
        }
    }
    void post(QObject *context, Listener listener)
    {
        // The queued call belongs to the context: Qt drops it when the context dies first.
        QMetaObject::invokeMethod(
            context, [listener = std::move(listener), result = m_result] { listener(*result); }, Qt::QueuedConnection);
    }

    std::vector<Entry> m_listeners;
    std::shared_ptr<const Result<T>> m_result;
};

} // namespace linterna
