// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historystore.h"

#include "base/clock.h"
#include "history/historydatabase.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

HistoryStore::HistoryStore(QObject *parent) : QObject(parent), m_thread(std::make_unique<Thread>(u"history"_s)) {}

HistoryStore::~HistoryStore()
{
    for (const QPointer<Job> &visit : m_visits) {
        if (visit)
            visit->cancel();
    }
    m_thread.reset();
}

//! For what needs an open record.
template<class T>
JobOf<T> *HistoryStore::ask(Thread::Task<T> task)
{
    task.work = [work = std::move(task.work)](HistoryDatabase &database, const std::atomic_bool &stop) {
        return database.isOpen() ? work(database, stop)
                                 : Result<T>(Error{.code = ErrorCode::Storage, .detail = u"the record is not open"_s});
    };
    return m_thread->ask<T>(std::move(task), this);
}

JobOf<Nothing> *HistoryStore::open(HistoryLocation location)
{
    return m_thread->ask<Nothing>(
        {.work = [location = std::move(location)](auto &database, auto &) { return database.open(location); }}, this);
}

JobOf<bool> *HistoryStore::holdsChecks(const QString &file)
{
    return m_thread->ask<bool>({.work = [file](auto &, auto &) { return HistoryDatabase::holdsChecks(file); }}, this);
}

JobOf<QString> *HistoryStore::keepDamaged(const QString &file)
{
    return m_thread->ask<QString>(
        {.work = [file](auto &, auto &) { return HistoryDatabase::keepDamaged(file, SystemClock().now()); }}, this);
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

JobOf<qint64> *HistoryStore::visit(std::shared_ptr<HistoryVisitor> visitor, [[maybe_unused]] VisitScope scope)
{
    JobOf<qint64> *job = ask<qint64>({.work = [visitor = std::move(visitor)](auto &database, auto &stop) {
        return database.visit(*visitor, stop);
    }});
    std::erase_if(m_visits, [](const QPointer<Job> &visit) { return !visit || visit->isFinished(); });
    m_visits.emplace_back(job);
    return job;
}

} // namespace linterna
