// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historystore.h"

#include "base/clock.h"
#include "history/historydatabase.h"

#include <atomic>
#include <utility>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

//! Lives on the store's thread, and the database with it.
class HistoryStore::Worker : public QObject
{
public:
    HistoryDatabase database;
};

template<class T>
struct HistoryStore::Task {
    //! Runs on the store's thread. `stop` becomes true when the job is cancelled.
    std::function<Result<T>(HistoryDatabase &database, const std::atomic_bool &stop)> work;
    bool needsOpenRecord = true;
    //! Runs on the thread of the store, after the job has got the value.
    std::function<void(const T &value)> afterwards = {};
};

HistoryStore::HistoryStore(QObject *parent) : QObject(parent), m_worker(new Worker)
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

HistoryStore::~HistoryStore()
{
    for (const QPointer<Job> &visit : m_visits) {
        if (visit)
            visit->cancel();
    }
    // Calls reach the worker in their order, so this one comes after all that was asked for.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->database = HistoryDatabase();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
    disconnect(this, &HistoryStore::recorded, nullptr, nullptr); // nobody should ask a dying store for a page
    deliver();
}

template<class T>
JobOf<T> *HistoryStore::ask(Task<T> task)
{
    auto *job = new JobOf<T>(this);
    auto stop = std::make_shared<std::atomic_bool>(false);
    connect(job, &Job::cancelled, job, [stop] { *stop = true; });
    auto run = [this, task = std::move(task), stop, job = QPointer(job)]() mutable {
        if (*stop)
            return;
        const Result<T> result =
            task.needsOpenRecord && !m_worker->database.isOpen()
                ? Result<T>(Error{.code = ErrorCode::Storage, .detail = u"the record is not open"_s})
                : task.work(m_worker->database, *stop);
        task.work = nullptr; // what it holds was made for this thread
        deliverLater([result, job, afterwards = std::move(task.afterwards)] {
            if (job)
                job->finish(result);
            if (result && afterwards)
                afterwards(*result);
        });
    };
    QMetaObject::invokeMethod(m_worker, std::move(run), Qt::QueuedConnection);
    return job;
}

void HistoryStore::deliverLater(std::function<void()> delivery)
{
    const QMutexLocker locker(&m_mutex);
    m_deliveries.push_back(std::move(delivery));
    QMetaObject::invokeMethod(this, &HistoryStore::deliver, Qt::QueuedConnection);
}

void HistoryStore::deliver()
{
    std::vector<std::function<void()>> deliveries;
    {
        const QMutexLocker locker(&m_mutex);
        deliveries = std::exchange(m_deliveries, {});
    }
    for (const auto &delivery : deliveries)
        delivery();
}

JobOf<Nothing> *HistoryStore::open(HistoryLocation location)
{
    return ask<Nothing>(
        {.work = [location = std::move(location)](auto &database, auto &) { return database.open(location); },
         .needsOpenRecord = false});
}

JobOf<bool> *HistoryStore::holdsChecks(const QString &file)
{
    return ask<bool>(
        {.work = [file](auto &, auto &) { return HistoryDatabase::holdsChecks(file); }, .needsOpenRecord = false});
}

JobOf<QString> *HistoryStore::keepDamaged(const QString &file)
{
    return ask<QString>(
        {.work = [file](auto &, auto &) { return HistoryDatabase::keepDamaged(file, SystemClock().now()); },
         .needsOpenRecord = false});
}

JobOf<CheckOutcome> *HistoryStore::record(CheckOutcome outcome)
{
    return ask<CheckOutcome>(
        {.work = [outcome = std::move(outcome)](auto &database, auto &) { return database.record(outcome); },
         .afterwards = [this](const CheckOutcome &stored) { emit recorded(stored.id); }});
}

JobOf<HistoryPage> *HistoryStore::page(int limit, qint64 before)
{
    return ask<HistoryPage>({.work = [=](auto &database, auto &) { return database.page(limit, before); }});
}

JobOf<CheckOutcome> *HistoryStore::load(qint64 id)
{
    return ask<CheckOutcome>({.work = [id](auto &database, auto &) { return database.load(id); }});
}

JobOf<CheckOutcome> *HistoryStore::lastGood(const ReceiptNumber &receipt)
{
    return ask<CheckOutcome>({.work = [receipt](auto &database, auto &) { return database.lastGood(receipt); }});
}

JobOf<qint64> *HistoryStore::visit(std::shared_ptr<HistoryVisitor> visitor)
{
    JobOf<qint64> *job = ask<qint64>({.work = [visitor = std::move(visitor)](auto &database, auto &stop) {
        return database.visit(*visitor, stop);
    }});
    std::erase_if(m_visits, [](const QPointer<Job> &visit) { return !visit || visit->isFinished(); });
    m_visits.emplace_back(job);
    return job;
}

JobOf<int> *HistoryStore::requestsOn(const QString &connection, const QString &day)
{
    return ask<int>({.work = [=](auto &database, auto &) { return database.requestsOn(connection, day); }});
}

JobOf<Nothing> *HistoryStore::addRequest(const QString &connection, const QString &day)
{
    return ask<Nothing>({.work = [=](auto &database, auto &) { return database.addRequest(connection, day); }});
}

} // namespace linterna
