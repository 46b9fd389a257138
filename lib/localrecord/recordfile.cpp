// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordfile.h"

#include "lib/localrecord/localrecord.h"
#include "lib/localrecord/recordthread.h"

namespace linterna {

namespace {

//! A copy of the record under way.
struct Copying {
    std::shared_ptr<Scratch> scratch;
    std::shared_ptr<DatabaseCopy> copy;
    int opening = 0;

    //! Copies for some milliseconds.
    std::optional<Result<RecordCopy>> goOn(RecordDatabase &database)
    {
        constexpr int pagesAtOnce = 512; // two megabytes
        if (!copy) {
            if (auto error = begin(database))
                return Result<RecordCopy>(*error);
        }
        if (opening != database.opening()) // another record by now
            return Result<RecordCopy>(Error{.code = ErrorCode::Cancelled});
        const Result<bool> complete = copy->step(pagesAtOnce);
        if (complete && !*complete)
            return {};
        copy.reset();
        if (!complete)
            return Result<RecordCopy>(complete.error());
        return Result<RecordCopy>(RecordCopy{std::move(scratch), database.dataKey()});
    }
    std::optional<Error> begin(RecordDatabase &database)
    {
        const auto made = database.makeScratch();
        if (!made)
            return made.error();
        scratch = *made;
        const auto begun = database.beginCopy(scratch->file());
        if (!begun)
            return begun.error();
        copy = *begun;
        opening = database.opening();
        return {};
    }
};

} // namespace

JobOf<Nothing> *RecordFile::open(RecordLocation location)
{
    RecordThread &thread = *m_record.m_thread;
    const auto tell = [this, &thread](qint64 done, qint64 total) {
        thread.tell([this, done, total] { emit upgradeProgressed(done, total); });
    };
    return thread.askAnyway<Nothing>({.work =
                                          [location = std::move(location), author = m_record.author(),
                                           tell](RecordDatabase &database, const std::atomic_bool &stop) {
                                              return database.open(location, author, {.progress = tell, .stop = &stop});
                                          },
                                      .afterwards = [this](const Nothing &) { m_record.readIn(); }});
}

JobOf<bool> *RecordFile::holdsChecks(const QString &file)
{
    return m_record.m_thread->askAnyway<bool>(
        {.work = [file](auto &, auto &) { return RecordDatabase::holdsChecks(file); }});
}

JobOf<QString> *RecordFile::keepDamaged(const QString &file)
{
    return m_record.m_thread->askAnyway<QString>({.work = [file, now = m_record.m_clock.now()](auto &, auto &) {
        return RecordDatabase::keepDamaged(file, now);
    }});
}

JobOf<QString> *RecordFile::keepLocked(const QString &file, const QString &keyFile)
{
    return m_record.m_thread->askAnyway<QString>(
        {.work = [file, keyFile, now = m_record.m_clock.now()](auto &, auto &) {
            return RecordDatabase::keepLocked(file, keyFile, now);
        }});
}

JobOf<RecordCopy> *RecordFile::copy(const std::function<void(qint64, qint64)> &progress)
{
    RecordThread &thread = *m_record.m_thread;
    const auto copying = std::make_shared<Copying>();
    return thread.askLong<RecordCopy>({.slice = [&thread, copying, progress](RecordDatabase &database, auto &) {
        auto result = copying->goOn(database);
        if (!result && progress)
            thread.tell(
                [progress, done = copying->copy->done(), total = copying->copy->total()] { progress(done, total); });
        return result;
    }});
}

JobOf<std::shared_ptr<Scratch>> *RecordFile::makeScratch()
{
    return m_record.m_thread->ask(RecordThread::call<&RecordDatabase::makeScratch>());
}

JobOf<QString> *RecordFile::replaceWith(RecordCopy other, Replace rule)
{
    return m_record.m_thread->ask<QString>(
        {.work =
             [other = std::move(other), rule, author = m_record.author()](auto &database, auto &) {
                 return database.replaceWith(other.scratch->file(), other.dataKey, rule, author);
             }},
        [this](const QString &) {
            emit m_record.replaced();
            m_record.changeLists();
        });
}

JobOf<qint64> *RecordFile::purge()
{
    return m_record.m_thread->ask<qint64>(RecordThread::call<&RecordDatabase::purgeDeleted>(m_record.author()),
                                          [this](qint64) {
                                              m_record.m_holdsDeleted = false;
                                              m_record.changeLists();
                                          });
}

Author RecordFile::author() const
{
    return m_record.author();
}

bool RecordFile::holdsDeleted() const
{
    return m_record.m_holdsDeleted;
}

} // namespace linterna
