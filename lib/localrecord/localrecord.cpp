// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"

#include "lib/base/log.h"
#include "lib/localrecord/recordthread.h"
#include "lib/localrecord/recordvisit.h"

namespace linterna {

LocalRecord::LocalRecord(const Clock &clock, QObject *parent)
    : Record(parent), m_clock(clock), m_thread(std::make_unique<RecordThread>(this, [this](int more) {
          if (!m_thread) // it is going, and whoever listens may be too
              return;
          m_waitingWrites += more;
          emit waitingWritesChanged();
      }))
{
    constexpr std::chrono::milliseconds between{
        400}; // what another program records stands in the lists within a second
    m_othersTimer.setInterval(between);
    connect(&m_othersTimer, &QTimer::timeout, this, &LocalRecord::lookForOthers);
    m_othersTimer.start();
}

LocalRecord::~LocalRecord()
{
    m_thread.reset();
}

Author LocalRecord::author() const
{
    return {m_clock.now().toUTC(), m_person};
}

JobOf<CheckOutcome> *LocalRecord::record(CheckOutcome outcome)
{
    return m_thread->ask<CheckOutcome>(RecordThread::call<&RecordDatabase::record>(std::move(outcome), author()),
                                       [this](const CheckOutcome &stored) { emit recorded(stored.id); });
}

JobOf<CheckOutcome> *LocalRecord::load(qint64 id)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::load>(id));
}

JobOf<CheckInspection> *LocalRecord::inspect(qint64 id)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::inspect>(id));
}

JobOf<CheckOutcome> *LocalRecord::lastGood(const ReceiptNumber &receipt)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::lastGood>(receipt));
}

JobOf<CheckPage> *LocalRecord::checks(ListQuery query)
{
    return m_thread->ask<CheckPage>(RecordThread::call<&RecordDatabase::checks>(std::move(query), m_clock.now()),
                                    [this](const CheckPage &page) {
                                        if (!page.complete)
                                            readIn();
                                    });
}

JobOf<CasePage> *LocalRecord::cases(ListQuery query)
{
    return m_thread->ask<CasePage>(RecordThread::call<&RecordDatabase::cases>(std::move(query), m_clock.now()),
                                   [this](const CasePage &page) {
                                       if (!page.complete)
                                           readIn();
                                   });
}

JobOf<FilterChoices> *LocalRecord::filterChoices()
{
    return m_thread->ask<FilterChoices>(RecordThread::call<&RecordDatabase::filterChoices>(),
                                        [this](const FilterChoices &) { readIn(); }); // no work where all is known
}

JobOf<CaseRow> *LocalRecord::findCase(const ReceiptNumber &receipt)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::findCase>(receipt));
}

JobOf<std::vector<ReceiptNumber>> *LocalRecord::casesOfClient(const QString &client)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::casesOfClient>(client));
}

JobOf<qint64> *LocalRecord::visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope)
{
    return m_thread->askLong(visitTask(*m_thread, std::move(visitor), std::move(scope), m_clock.now()));
}

JobOf<std::vector<qint64>> *LocalRecord::count(std::vector<VisitScope> scopes)
{
    return m_thread->ask(countTask(std::move(scopes), m_clock.now()));
}

JobOf<RecordChanges> *LocalRecord::changesAfter(qint64 number)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::changesAfter>(number));
}

JobOf<CaseDetails> *LocalRecord::editCase(const ReceiptNumber &receipt, CaseDetails details)
{
    return m_thread->write<CaseDetails>(
        RecordThread::call<&RecordDatabase::editCase>(receipt, std::move(details), author()),
        [this](const CaseDetails &) { emit changed(); });
}

JobOf<std::vector<SavedFilter>> *LocalRecord::savedFilters()
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::savedFilters>());
}

JobOf<Nothing> *LocalRecord::saveFilters(std::vector<SavedFilter> filters)
{
    return m_thread->write<Nothing>(RecordThread::call<&RecordDatabase::saveFilters>(std::move(filters), author()),
                                    [this](const Nothing &) { emit filtersChanged(); });
}

JobOf<OfficeNotes> *LocalRecord::officeNotes()
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::officeNotes>());
}

JobOf<Nothing> *LocalRecord::addOfficeNotes(OfficeNotes notes)
{
    if (notes.isEmpty())
        return JobOf<Nothing>::finished(Nothing{}, this);
    return m_thread->write<Nothing>(RecordThread::call<&RecordDatabase::addOfficeNotes>(std::move(notes), author()),
                                    [this](const Nothing &) { changeLists(); });
}

JobOf<ImportReport> *LocalRecord::importAll(std::shared_ptr<CheckSource> source)
{
    return m_thread->ask<ImportReport>(
        {.work = [source = std::move(source),
                  author = author()](auto &database, auto &stop) { return database.importAll(*source, author, stop); }},
        [this](const ImportReport &) {
            changeLists();
            emit filtersChanged();
        });
}

JobOf<std::vector<FieldConflict>> *LocalRecord::conflicts()
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::conflicts>());
}

JobOf<Nothing> *LocalRecord::settleConflict(FieldConflict conflict, CaseDetails value)
{
    return m_thread->write<Nothing>(
        RecordThread::call<&RecordDatabase::settleConflict>(std::move(conflict), std::move(value), author()),
        [this](const Nothing &) { emit changed(); });
}

JobOf<std::vector<ForeignDeletion>> *LocalRecord::foreignDeletions()
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::foreignDeletions>());
}

JobOf<Deletion> *LocalRecord::answerDeletion(QByteArray event, bool deleteHere)
{
    return m_thread->write<Deletion>(
        RecordThread::call<&RecordDatabase::answerDeletion>(std::move(event), deleteHere, author()),
        [this](const Deletion &removed) { noteDeleted(removed); });
}

JobOf<Deletion> *LocalRecord::deleteCases(std::vector<ReceiptNumber> receipts, std::vector<SavedFilter> filters)
{
    const bool withFilters = !filters.empty();
    return m_thread->write<Deletion>(
        RecordThread::call<&RecordDatabase::deleteCases>(receipts, std::move(filters), author()),
        [this, receipts, withFilters](const Deletion &removed) {
            noteDeleted(removed);
            emit casesDeleted(receipts);
            if (withFilters)
                emit filtersChanged();
        });
}

JobOf<Deletion> *LocalRecord::deleteEarlierValues(const ReceiptNumber &receipt)
{
    return m_thread->write<Deletion>(RecordThread::call<&RecordDatabase::deleteEarlierValues>(receipt, author()),
                                     [this](const Deletion &removed) { noteDeleted(removed); });
}

JobOf<Deletion> *LocalRecord::countEarlierValues(const ReceiptNumber &receipt)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::countEarlierValues>(receipt));
}

JobOf<Deletion> *LocalRecord::countCases(std::vector<ReceiptNumber> receipts)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::countCases>(std::move(receipts)));
}

JobOf<Deletion> *LocalRecord::deleteChecksBefore(const QDateTime &moment)
{
    return m_thread->write<Deletion>(RecordThread::call<&RecordDatabase::deleteChecksBefore>(moment, author()),
                                     [this](const Deletion &removed) { noteDeleted(removed); });
}

JobOf<Deletion> *LocalRecord::countChecksBefore(const QDateTime &moment)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::countChecksBefore>(moment, author()));
}

JobOf<OldChecks> *LocalRecord::findOldChecks(const QDateTime &moment)
{
    return m_thread->ask(RecordThread::call<&RecordDatabase::findOldChecks>(moment));
}

JobOf<Nothing> *LocalRecord::undoDeletion(qint64 number, std::vector<SavedFilter> filters)
{
    const bool withFilters = !filters.empty();
    return m_thread->write<Nothing>(
        RecordThread::call<&RecordDatabase::undoDeletion>(number, std::move(filters), author()),
        [this, withFilters](const Nothing &) {
            changeLists();
            if (withFilters)
                emit filtersChanged();
        });
}

void LocalRecord::noteDeleted(const Deletion &removed)
{
    m_holdsDeleted = m_holdsDeleted || removed.cases > 0 || removed.checks > 0 || removed.edits > 0;
    changeLists();
}

void LocalRecord::changeLists()
{
    emit changed();
    readIn();
}

void LocalRecord::lookForOthers()
{
    if (!m_thread || std::exchange(m_lookingForOthers, true))
        return;
    JobOf<bool> *job = m_thread->askAnyway<bool>({.work = [](RecordDatabase &database, auto &) {
        return database.isOpen() ? database.takeInOthers() : Result<bool>(false);
    }});
    job->onFinished(this, [this](const Result<bool> &others) {
        m_lookingForOthers = false;
        if (!m_thread || !others || !*others)
            return;
        emit filtersChanged();
        changeLists();
    });
}

void LocalRecord::readIn()
{
    if (!m_thread || std::exchange(m_reading, true)) // without a thread this object is going
        return;
    JobOf<bool> *job =
        m_thread->askAnyway<bool>({.slice = [](RecordDatabase &database, auto &) -> std::optional<Result<bool>> {
                                       if (!database.isOpen())
                                           return Result<bool>(false);
                                       const Result<bool> done = database.readMore();
                                       return !done || *done ? std::optional(done) : std::nullopt;
                                   },
                                   .afterwards =
                                       [this](bool done) {
                                           m_reading = false;
                                           if (!done)
                                               return;
                                           emit recordRead();
                                           restoreLostRows();
                                       }});
    job->onFinished(this, [this](const Result<bool> &) { m_reading = false; });
}

void LocalRecord::restoreLostRows()
{
    if (!m_thread)
        return;
    using Done = std::optional<Result<bool>>;
    JobOf<bool> *job = m_thread->askAnyway<bool>({.slice = [](RecordDatabase &database, auto &) -> Done {
        const Result<bool> done = database.isOpen() ? database.restoreLostRows() : Result<bool>(true);
        if (done && !*done)
            return {};
        return done && database.isOpen() ? Done(database.takeRestored()) : done;
    }});
    job->onFinished(this, [this](const Result<bool> &restored) {
        if (!restored)
            qCWarning(lcStorage).noquote() << "rows that are gone were not made anew:" << restored.error().detail;
        else if (*restored)
            changeLists();
    });
}

} // namespace linterna
