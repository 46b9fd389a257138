// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalRecord that copies and replaces whole records.
#include "lib/localrecord/localrecord.h"

#include "lib/localrecord/recorddatabase.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Error noOpenRecord()
{
    return {.code = ErrorCode::Storage, .detail = u"the record is not open"_s};
}

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

JobOf<RecordCopy> *LocalRecord::copyRecord(const std::function<void(qint64, qint64)> &progress)
{
    const auto copying = std::make_shared<Copying>();
    // A plain pointer to the thread is captured: m_thread is null already while ~OwnThread() still runs this work.
    auto slice = [thread = m_thread.get(), copying, progress](RecordDatabase &database,
                                                              auto &) -> std::optional<Result<RecordCopy>> {
        if (!database.isOpen())
            return Result<RecordCopy>(noOpenRecord());
        auto result = copying->goOn(database);
        if (!result && progress)
            thread->tell(
                [progress, done = copying->copy->done(), total = copying->copy->total()] { progress(done, total); });
        return result;
    };
    JobOf<RecordCopy> *job = m_thread->ask<RecordCopy>({.slice = std::move(slice)}, this);
    remember(job);
    return job;
}

JobOf<std::shared_ptr<Scratch>> *LocalRecord::makeScratch()
{
    using Made = std::shared_ptr<Scratch>;
    return m_thread->ask<Made>(
        {.work = [](auto &database,
                    auto &) { return database.isOpen() ? database.makeScratch() : Result<Made>(noOpenRecord()); }},
        this);
}

JobOf<QString> *LocalRecord::replaceWith(RecordCopy other, Replace rule)
{
    return m_thread->ask<QString>(
        {.work = [other = std::move(other), rule, now = m_clock.now()](auto &database, auto &) -> Result<QString> {
             if (!database.isOpen())
                 return noOpenRecord();
             return database.replaceWith(other.scratch->file(), other.dataKey, rule, now);
         },
         .afterwards =
             [this](const QString &) {
                 emit replaced();
                 changeLists();
             }},
        this);
}

} // namespace linterna
