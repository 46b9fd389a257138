// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that reads events as they go to another record.
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Condition for an event that is deleted, whether that can still be taken back or not.
QString isHidden(const QString &id)
{
    return u"(%1 IN (SELECT event FROM checks WHERE removal <> 0) OR %1 IN (SELECT event_id FROM edits WHERE"
           " removal <> 0))"_s.arg(id);
}

//! Columns of an event, without the content of what is deleted; with its desk behind them.
QString eventColumns()
{
    return u"events.uuid, events.number, events.at, events.kind, events.leaf, events.link,"
           " CASE WHEN %1 THEN x'' ELSE events.sealed END, desks.uuid"_s.arg(isHidden(u"events.id"_s));
}
QString copyColumns()
{
    return u"event_copies.uuid, event_copies.number, event_copies.at, event_copies.kind, event_copies.leaf,"
           " event_copies.link, CASE WHEN event_copies.uuid IN (SELECT uuid FROM events WHERE %1) THEN x''"
           " ELSE event_copies.sealed END, desks.uuid"_s.arg(isHidden(u"events.id"_s));
}

//! The event of the current row, of eventColumns(); empty where damage left it no place in a chain.
std::optional<RecordEvent> readEvent(const Rows &rows, const EventTable &events)
{
    RecordEvent event{.head = {.uuid = rows.bytes(0),
                               .desk = rows.bytes(7),
                               .number = rows.integer(1),
                               .at = rows.integer(2),
                               .leaf = rows.bytes(4),
                               .link = rows.bytes(5)},
                      .kind = rows.text(3).toLatin1()};
    if (!hasPlace(event.head) || !isRowId(event.head.number))
        return {};
    if (auto parts = events.unsealed(event.head.uuid, rows.bytes(6))) {
        event.salt = std::move(parts->first);
        event.canonical = std::move(parts->second);
    }
    if (event.hasContent() && !isVouchedFor(event)) {
        event.salt.clear();
        event.canonical.clear();
    }
    return event;
}

} // namespace

Result<RecordDatabase::EventPlace> RecordDatabase::beginOfEvents() const
{
    const auto newest = m_record->tables.events.newest();
    if (!newest)
        return newest.error();
    return EventPlace{.newest = *newest};
}

Result<std::vector<RecordEvent>> RecordDatabase::eventsAfter(EventPlace &place) const
{
    constexpr int atOnce = 500;
    std::vector<RecordEvent> found;
    while (true) {
        if (place.desk != 0) {
            int seen = 0;
            Rows rows =
                database().query(u"SELECT %1 FROM events JOIN desks ON desks.id = events.desk"
                                 " WHERE events.desk = ?1 AND events.number > ?2 AND events.id <= ?3"
                                 " UNION ALL SELECT %2 FROM event_copies JOIN desks ON desks.id = event_copies.desk"
                                 " WHERE event_copies.desk = ?1 AND event_copies.number > ?2 ORDER BY 2 LIMIT ?4"_s.arg(
                                     eventColumns(), copyColumns()),
                                 {place.desk, place.number, place.newest, atOnce});
            for (; rows.next(); ++seen) {
                place.number = rows.integer(1);
                if (auto event = readEvent(rows, m_record->tables.events))
                    found.push_back(*std::move(event));
            }
            if (rows.error())
                return *rows.error();
            if (!found.empty())
                return found;
            if (seen > 0) // all of them damaged
                continue;
        }
        const auto next = firstNumber(database(), u"SELECT coalesce(min(id), 0) FROM desks WHERE id > ? AND id <= ?"_s,
                                      {place.desk, largestRowId});
        if (!next)
            return next.error();
        if (*next == 0)
            return found;
        place.desk = *next;
        place.number = 0;
    }
}

Result<std::vector<qint64>> RecordDatabase::eventsOfChecks(std::span<const qint64> checks) const
{
    std::vector<qint64> ids;
    for (const qint64 check : checks) {
        const auto event = firstNumber(database(), u"SELECT event FROM checks WHERE id = ?"_s, {check});
        if (!event)
            return event.error();
        ids.push_back(*event);
    }
    std::ranges::sort(ids);
    return ids;
}

Result<std::vector<RecordEvent>> RecordDatabase::eventsAt(std::span<const qint64> ids) const
{
    std::vector<RecordEvent> found;
    for (const qint64 id : ids) {
        Rows rows = database().query(
            u"SELECT %1 FROM events JOIN desks ON desks.id = events.desk WHERE events.id = ?"_s.arg(eventColumns()),
            {id});
        if (rows.next()) {
            if (auto event = readEvent(rows, m_record->tables.events))
                found.push_back(*std::move(event));
        }
        if (rows.error())
            return *rows.error();
    }
    return found;
}

} // namespace linterna
