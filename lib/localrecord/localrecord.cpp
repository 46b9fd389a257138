// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"

#include "lib/localrecord/recorddatabase.h"

#include <QElapsedTimer>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Error notOpen()
{
    return {.code = ErrorCode::Storage, .detail = u"the record is not open"_s};
}

} // namespace

LocalRecord::LocalRecord(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_thread(std::make_unique<Thread>(u"history"_s))
{}

LocalRecord::~LocalRecord()
{
    for (const QPointer<Job> &visit : m_visits) {
        if (visit)
            visit->cancel();
    }
    m_thread.reset();
}

//! Adds work that needs an open record: without one the job ends in an Error.
template<class T>
JobOf<T> *LocalRecord::ask(Thread::Task<T> task)
{
    task.work = [work = std::move(task.work)](RecordDatabase &database, const std::atomic_bool &stop) {
        return database.isOpen() ? work(database, stop) : Result<T>(notOpen());
    };
    return m_thread->ask<T>(std::move(task), this);
}

template<class T>
JobOf<T> *LocalRecord::write(Thread::Task<T> task)
{
    // A plain pointer to the thread is captured: m_thread is null already while ~OwnThread() still runs this work.
    const auto tell = [thread = m_thread.get(), self = QPointer(this)](int more) {
        thread->tell([self, more] {
            if (self && self->m_thread)
                self->noteWaiting(more);
        });
    };
    task.slice = [turn = std::make_shared<WriteTurn>(m_heldWrites, tell), work = std::move(task.work)](
                     RecordDatabase &database, const std::atomic_bool &stop) -> std::optional<Result<T>> {
        if (!database.isOpen())
            return Result<T>(notOpen());
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
    return m_thread->ask<T>(std::move(task), this);
}

void LocalRecord::noteWaiting(int more)
{
    m_waitingWrites += more;
    emit waitingWritesChanged();
}

JobOf<Nothing> *LocalRecord::open(RecordLocation location)
{
    return m_thread->ask<Nothing>(
        {.work = [location = std::move(location)](auto &database, auto &) { return database.open(location); },
         .afterwards = [this](const Nothing &) { readIn(); }},
        this);
}

JobOf<bool> *LocalRecord::holdsChecks(const QString &file)
{
    return m_thread->ask<bool>({.work = [file](auto &, auto &) { return RecordDatabase::holdsChecks(file); }}, this);
}

JobOf<QString> *LocalRecord::keepDamaged(const QString &file)
{
    return m_thread->ask<QString>(
        {.work = [file, now = m_clock.now()](auto &, auto &) { return RecordDatabase::keepDamaged(file, now); }}, this);
}

JobOf<QString> *LocalRecord::keepLocked(const QString &file, const QString &keyFile)
{
    return m_thread->ask<QString>(
        {.work = [file, keyFile,
                  now = m_clock.now()](auto &, auto &) { return RecordDatabase::keepLocked(file, keyFile, now); }},
        this);
}

JobOf<CheckOutcome> *LocalRecord::record(CheckOutcome outcome)
{
    return ask<CheckOutcome>(
        {.work = [outcome = std::move(outcome)](auto &database, auto &) { return database.record(outcome); },
         .afterwards = [this](const CheckOutcome &stored) { emit recorded(stored.id); }});
}

JobOf<CheckOutcome> *LocalRecord::load(qint64 id)
{
    return ask<CheckOutcome>({.work = [id](auto &database, auto &) { return database.load(id); }});
}

JobOf<CheckOutcome> *LocalRecord::lastGood(const ReceiptNumber &receipt)
{
    return ask<CheckOutcome>({.work = [receipt](auto &database, auto &) { return database.lastGood(receipt); }});
}

JobOf<CheckPage> *LocalRecord::checks(ListQuery query)
{
    return ask<CheckPage>({.work = [query = std::move(query), now = m_clock.now()](
                                       auto &database, auto &) { return database.checks(query, now); },
                           .afterwards =
                               [this](const CheckPage &page) {
                                   if (!page.complete)
                                       readIn();
                               }});
}

JobOf<CasePage> *LocalRecord::cases(ListQuery query)
{
    return ask<CasePage>({.work = [query = std::move(query),
                                   now = m_clock.now()](auto &database, auto &) { return database.cases(query, now); },
                          .afterwards =
                              [this](const CasePage &page) {
                                  if (!page.complete)
                                      readIn();
                              }});
}

JobOf<FilterChoices> *LocalRecord::filterChoices()
{
    return ask<FilterChoices>(
        {.work = [](auto &database, auto &) { return database.filterChoices(); },
         .afterwards = [this](const FilterChoices &) { readIn(); }}); // no work where all is known
}

JobOf<CaseRow> *LocalRecord::findCase(const ReceiptNumber &receipt)
{
    return ask<CaseRow>({.work = [receipt](auto &database, auto &) { return database.findCase(receipt); }});
}

JobOf<CaseDetails> *LocalRecord::editCase(const ReceiptNumber &receipt, CaseDetails details)
{
    return write<CaseDetails>({.work = [receipt, details = std::move(details)](
                                           auto &database, auto &) { return database.editCase(receipt, details); },
                               .afterwards = [this](const CaseDetails &) { emit changed(); }});
}

JobOf<std::vector<SavedFilter>> *LocalRecord::savedFilters()
{
    return ask<std::vector<SavedFilter>>({.work = [](auto &database, auto &) { return database.savedFilters(); }});
}

JobOf<Nothing> *LocalRecord::saveFilters(std::vector<SavedFilter> filters)
{
    return write<Nothing>(
        {.work = [filters = std::move(filters)](auto &database, auto &) { return database.saveFilters(filters); },
         .afterwards = [this](const Nothing &) { emit filtersChanged(); }});
}

JobOf<OfficeNotes> *LocalRecord::officeNotes()
{
    return ask<OfficeNotes>({.work = [](auto &database, auto &) { return database.officeNotes(); }});
}

JobOf<Nothing> *LocalRecord::addOfficeNotes(OfficeNotes notes)
{
    if (notes.isEmpty())
        return JobOf<Nothing>::finished(Nothing{}, this);
    return write<Nothing>(
        {.work = [notes = std::move(notes)](auto &database, auto &) { return database.addOfficeNotes(notes); },
         .afterwards = [this](const Nothing &) { changeLists(); }});
}

JobOf<qint64> *LocalRecord::importAll(std::shared_ptr<CheckSource> source)
{
    return ask<qint64>(
        {.work = [source = std::move(source)](auto &database, auto &stop) { return database.importAll(*source, stop); },
         .afterwards = [this](qint64) { changeLists(); }});
}

JobOf<Removed> *LocalRecord::removeCases(std::vector<ReceiptNumber> receipts)
{
    return write<Removed>({.work = [receipts](auto &database, auto &) { return database.removeCases(receipts); },
                           .afterwards =
                               [this, receipts](const Removed &removed) {
                                   noteRemoved(removed);
                                   emit casesRemoved(receipts);
                               }});
}

JobOf<Removed> *LocalRecord::countCases(std::vector<ReceiptNumber> receipts)
{
    return ask<Removed>(
        {.work = [receipts = std::move(receipts)](auto &database, auto &) { return database.countCases(receipts); }});
}

JobOf<Removed> *LocalRecord::removeChecksBefore(const QDateTime &moment)
{
    return write<Removed>({.work = [moment](auto &database, auto &) { return database.removeChecksBefore(moment); },
                           .afterwards = [this](const Removed &removed) { noteRemoved(removed); }});
}

JobOf<Removed> *LocalRecord::countChecksBefore(const QDateTime &moment)
{
    return ask<Removed>({.work = [moment](auto &database, auto &) { return database.countChecksBefore(moment); }});
}

JobOf<OldChecks> *LocalRecord::findOldChecks(const QDateTime &moment)
{
    return ask<OldChecks>({.work = [moment](auto &database, auto &) { return database.findOldChecks(moment); }});
}

JobOf<Nothing> *LocalRecord::undoDeletion(qint64 number)
{
    return write<Nothing>({.work = [number](auto &database, auto &) { return database.undoDeletion(number); },
                           .afterwards = [this](const Nothing &) { changeLists(); }});
}

JobOf<qint64> *LocalRecord::purgeRemoved()
{
    return ask<qint64>({.work = [](auto &database, auto &) { return database.purgeRemoved(); },
                        .afterwards =
                            [this](qint64) {
                                m_holdsRemoved = false;
                                changeLists();
                            }});
}

void LocalRecord::noteRemoved(const Removed &removed)
{
    m_holdsRemoved = m_holdsRemoved || removed.cases > 0 || removed.checks > 0;
    changeLists();
}

JobOf<std::vector<ReceiptNumber>> *LocalRecord::casesOfClient(const QString &client)
{
    return ask<std::vector<ReceiptNumber>>(
        {.work = [client](auto &database, auto &) { return database.casesOfClient(client); }});
}

void LocalRecord::changeLists()
{
    emit changed();
    readIn();
}

void LocalRecord::readIn()
{
    if (std::exchange(m_reading, true))
        return;
    JobOf<bool> *job =
        m_thread->ask<bool>({.slice = [](RecordDatabase &database, auto &) -> std::optional<Result<bool>> {
                                 if (!database.isOpen())
                                     return Result<bool>(false);
                                 const Result<bool> done = database.readMore();
                                 return !done || *done ? std::optional(done) : std::nullopt;
                             },
                             .afterwards =
                                 [this](bool done) {
                                     m_reading = false;
                                     if (done)
                                         emit recordRead();
                                 }},
                            this);
    job->onFinished(this, [this](const Result<bool> &) { m_reading = false; });
}

namespace {

//! A visit under way. It sees those checks, or cases, that were there when it began.
class Visit
{
public:
    Visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope, const QDateTime &now)
        : m_visitor(std::move(visitor)), m_scope(std::move(scope)), m_now(now)
    {}

    //! Does some milliseconds of the visit.
    std::optional<Result<qint64>> goOn(RecordDatabase &database, const std::atomic_bool &stop)
    {
        std::optional<Result<qint64>> result;
        do
            result = doSome(database, stop);
        while (!result && m_scope.atOnce);
        return result;
    }
    [[nodiscard]] qint64 done() const { return static_cast<qint64>(m_done); }
    [[nodiscard]] qint64 total() const { return m_ids ? static_cast<qint64>(m_ids->size()) : 0; }

private:
    std::optional<Result<qint64>> doSome(RecordDatabase &database, const std::atomic_bool &stop)
    {
        if (m_opening == 0)
            m_opening = database.opening();
        if (m_opening != database.opening()) // another record by now, whose checks have the same numbers
            return Result<qint64>(Error{.code = ErrorCode::Cancelled});
        if (!m_ids) {
            const Result<bool> complete = database.readMore();
            if (!complete)
                return Result<qint64>(complete.error());
            if (!*complete)
                return {};
            m_ids = database.idsWithin(m_scope, m_now);
            if (auto error = m_visitor->begin())
                return Result<qint64>(*error);
        }
        constexpr std::size_t rowsAtOnce = 200;
        const auto part = std::span(*m_ids).subspan(m_done, std::min(rowsAtOnce, m_ids->size() - m_done));
        const auto error = m_scope.what == VisitScope::What::Cases ? database.showCases(part, *m_visitor, stop)
                                                                   : database.show(part, *m_visitor, stop);
        if (error)
            return Result<qint64>(*error);
        m_done += part.size();
        if (m_done < m_ids->size())
            return {};
        if (auto failed = m_visitor->end())
            return Result<qint64>(*failed);
        return Result<qint64>(done());
    }

    std::shared_ptr<RecordVisitor> m_visitor;
    VisitScope m_scope;
    QDateTime m_now;
    int m_opening = 0;
    std::optional<std::vector<qint64>> m_ids;
    std::size_t m_done = 0;
};

} // namespace

JobOf<qint64> *LocalRecord::visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope)
{
    const auto progress = scope.progress;
    const auto visit = std::make_shared<Visit>(std::move(visitor), std::move(scope), m_clock.now());
    const auto sinceTold = std::make_shared<QElapsedTimer>();
    sinceTold->start();
    // A plain pointer to the thread is captured: m_thread is null already while ~OwnThread() still runs this work.
    auto slice = [thread = m_thread.get(), visit, progress, sinceTold](RecordDatabase &database,
                                                                       auto &stop) -> std::optional<Result<qint64>> {
        if (!database.isOpen())
            return Result<qint64>(notOpen());
        constexpr qint64 tellEachMilliseconds = 100;
        if (progress && sinceTold->hasExpired(tellEachMilliseconds)) {
            sinceTold->start();
            thread->tell([progress, done = visit->done(), total = visit->total()] { progress(done, total); });
        }
        return visit->goOn(database, stop);
    };
    JobOf<qint64> *job = m_thread->ask<qint64>({.slice = std::move(slice)}, this);
    remember(job);
    return job;
}

JobOf<std::vector<qint64>> *LocalRecord::count(std::vector<VisitScope> scopes)
{
    using Counts = Result<std::vector<qint64>>;
    auto slice = [scopes = std::move(scopes), now = m_clock.now()](RecordDatabase &database,
                                                                   auto &) -> std::optional<Counts> {
        if (!database.isOpen())
            return Counts(notOpen());
        const Result<bool> complete = database.readMore();
        if (!complete)
            return Counts(complete.error());
        if (!*complete)
            return {};
        std::vector<qint64> counts;
        for (const VisitScope &scope : scopes)
            counts.push_back(std::ssize(database.idsWithin(scope, now)));
        return Counts(counts);
    };
    return m_thread->ask<std::vector<qint64>>({.slice = std::move(slice)}, this);
}

void LocalRecord::remember(Job *longJob)
{
    std::erase_if(m_visits, [](const QPointer<Job> &earlier) { return !earlier || earlier->isFinished(); });
    m_visits.emplace_back(longJob);
}

} // namespace linterna
