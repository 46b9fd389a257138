// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordvisit.h"

#include <QElapsedTimer>

namespace linterna {

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
            if (m_visitor->wantsEvents()) {
                if (auto error = beginEvents(database))
                    return Result<qint64>(*error);
            }
        }
        if (m_moreEvents) {
            const auto error = stop ? std::optional(Error{.code = ErrorCode::Cancelled}) : showEvents(database);
            return error ? std::optional(Result<qint64>(*error)) : std::nullopt;
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

    //! A visit to all checks sees every event, any other only those of its checks.
    std::optional<Error> beginEvents(const RecordDatabase &database)
    {
        m_moreEvents = true;
        const auto place = database.beginOfEvents();
        if (!place)
            return place.error();
        m_eventPlace = *place;
        if (m_scope.what == VisitScope::What::Checks && m_scope.ids.empty() && m_scope.criteria.filter.isEmpty())
            return {};
        auto ids = database.eventsOfChecks(*m_ids);
        if (!ids)
            return ids.error();
        m_events = *std::move(ids);
        return {};
    }
    std::optional<Error> showEvents(const RecordDatabase &database)
    {
        constexpr std::size_t eventsAtOnce = 500;
        auto events = m_events ? database.eventsAt(nextOf(*m_events, m_eventsDone, eventsAtOnce))
                               : database.eventsAfter(m_eventPlace);
        if (!events)
            return events.error();
        m_moreEvents = m_events ? m_eventsDone < m_events->size() : !events->empty();
        for (const RecordEvent &event : *events) {
            if (auto error = m_visitor->event(event))
                return error;
        }
        return {};
    }
    static std::span<const qint64> nextOf(const std::vector<qint64> &ids, std::size_t &done, std::size_t most)
    {
        const auto part = std::span(ids).subspan(done, std::min(most, ids.size() - done));
        done += part.size();
        return part;
    }

    std::shared_ptr<RecordVisitor> m_visitor;
    VisitScope m_scope;
    QDateTime m_now;
    int m_opening = 0;
    std::optional<std::vector<qint64>> m_ids;
    std::size_t m_done = 0;
    //! Not all events have been shown.
    bool m_moreEvents = false;
    RecordDatabase::EventPlace m_eventPlace;
    //! Change numbers of the events that are shown; none: all there are.
    std::optional<std::vector<qint64>> m_events;
    std::size_t m_eventsDone = 0;
};

} // namespace

RecordThread::Task<qint64> visitTask(RecordThread &thread, std::shared_ptr<RecordVisitor> visitor, VisitScope scope,
                                     const QDateTime &now)
{
    const auto progress = scope.progress;
    const auto visit = std::make_shared<Visit>(std::move(visitor), std::move(scope), now);
    const auto sinceTold = std::make_shared<QElapsedTimer>();
    sinceTold->start();
    return {.slice = [&thread, visit, progress, sinceTold](RecordDatabase &database, const std::atomic_bool &stop) {
        constexpr qint64 tellEachMilliseconds = 100;
        if (progress && sinceTold->hasExpired(tellEachMilliseconds)) {
            sinceTold->start();
            thread.tell([progress, done = visit->done(), total = visit->total()] { progress(done, total); });
        }
        return visit->goOn(database, stop);
    }};
}

RecordThread::Task<std::vector<qint64>> countTask(std::vector<VisitScope> scopes, const QDateTime &now)
{
    using Counts = Result<std::vector<qint64>>;
    return {.slice = [scopes = std::move(scopes), now](RecordDatabase &database, auto &) -> std::optional<Counts> {
        const Result<bool> complete = database.readMore();
        if (!complete)
            return Counts(complete.error());
        if (!*complete)
            return {};
        std::vector<qint64> counts;
        for (const VisitScope &scope : scopes)
            counts.push_back(std::ssize(database.idsWithin(scope, now)));
        return Counts(counts);
    }};
}

} // namespace linterna
