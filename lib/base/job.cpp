// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/job.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadStorage>

#include <deque>

namespace linterna {

//! The jobs of one thread that have finished and whose listeners are to be told. One event tells all of them: on many
//! desktops each event costs several system calls.
class Job::Deliveries : public QObject
{
public:
    static Deliveries &ofThisThread()
    {
        static QThreadStorage<Deliveries> storage;
        return storage.localData();
    }

    void add(Job *job)
    {
        m_jobs.emplace_back(job);
        if (!std::exchange(m_posted, true))
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        // Jobs that finish from now on get an event of their own: a listener may run an event loop that waits for them,
        // and an endless chain of jobs leaves other events their turn.
        m_posted = false;
        for (auto due = m_jobs.size(); due > 0 && !m_jobs.empty(); --due) {
            const QPointer<Job> job = m_jobs.front();
            m_jobs.pop_front();
            if (job)
                job->tell();
            delete job.data();
        }
        return true;
    }

private:
    std::deque<QPointer<Job>> m_jobs;
    bool m_posted = false;
};

void Job::tellLater()
{
    Deliveries::ofThisThread().add(this);
}

} // namespace linterna
