// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>
#include <QThreadStorage>

#include <deque>

namespace linterna {

//! The jobs of one thread that have finished and whose listeners are to be told. One event tells all of them, and those
//! that finish meanwhile: on many desktops each event costs several system calls, and a check takes a chain of jobs.
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
        // A listener that runs an event loop of its own waits for jobs, too.
        if (!m_posted || (m_running && QThread::currentThread()->loopLevel() > m_level))
            post();
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        deliver();
        return true;
    }

private:
    void post()
    {
        m_posted = true;
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    void deliver()
    {
        // Others have their turn, too: a chain of jobs may be without end.
        constexpr int most = 64;
        const int outerLevel = std::exchange(m_level, QThread::currentThread()->loopLevel());
        const bool outerRunning = std::exchange(m_running, true);
        for (int told = 0; told < most && !m_jobs.empty(); ++told) {
            const QPointer<Job> job = m_jobs.front();
            m_jobs.pop_front();
            if (job)
                job->tell();
            delete job.data();
        }
        m_running = outerRunning;
        m_level = outerLevel;
        m_posted = false;
        if (!m_jobs.empty())
            post();
    }

    std::deque<QPointer<Job>> m_jobs;
    bool m_posted = false;
    bool m_running = false;
    int m_level = 0;
};

void Job::tellLater()
{
    Deliveries::ofThisThread().add(this);
}

} // namespace linterna
