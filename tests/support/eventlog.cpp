// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventlog.h"

#include "lib/localrecord/recordtables.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/record/eventranges.h"

#include <map>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

std::vector<EventSeen> eventsIn(const QString &file, const Secret &key)
{
    std::vector<EventSeen> events;
    const auto database = Database::open(file, Database::Access::Look);
    const auto recordKey = database ? keyOfRecord(**database, key) : Result<Secret>(database.error());
    if (!recordKey)
        return events;
    const RecordTables tables(*database, *recordKey, file);
    Rows rows = (*database)->query(
        u"SELECT %1, events.id, desks.uuid, events.number, events.at, events.link FROM events"
        " LEFT JOIN desks ON desks.id = events.desk UNION ALL SELECT event_copies.uuid, kind, leaf, sealed, 0, desks.uuid,"
        " number, at, link FROM event_copies LEFT JOIN desks ON desks.id = event_copies.desk ORDER BY 5"_s.arg(
            EventTable::columns()));
    while (rows.next()) {
        constexpr int more = EventTable::ColumnCount;
        EventSeen seen{.id = rows.integer(more),
                       .head = {rows.bytes(0), rows.bytes(more + 1), rows.integer(more + 2), rows.integer(more + 3),
                                rows.bytes(2), rows.bytes(more + 4)},
                       .kind = rows.text(1),
                       .isDestroyed = rows.bytes(3).isEmpty()};
        if (auto opened = tables.events.open(rows, 0))
            seen.decoded = std::move(opened->decoded);
        events.push_back(std::move(seen));
    }
    return events;
}

QStringList problemsInEvents(const QString &file, const Secret &key)
{
    QStringList problems;
    std::map<QByteArray, std::map<qint64, EventSeen>> desks;
    std::vector<EventRange> destroyed;
    for (EventSeen &event : eventsIn(file, key)) {
        if (event.kind == eventkind::destroyed && event.decoded) {
            const auto &targets = std::get<TargetsContent>(event.decoded->content).targets;
            destroyed.insert(destroyed.end(), targets.begin(), targets.end());
        }
        desks[event.head.desk].emplace(event.head.number, std::move(event));
    }
    const EventRanges named(destroyed);
    for (const auto &[desk, events] : desks) {
        QByteArray link = noLink();
        qint64 expected = 1;
        for (const auto &[number, event] : events) {
            if (number != expected)
                problems << u"number %1 comes after %2"_s.arg(number).arg(expected - 1);
            if (event.head.link != linkOf(event.head, link))
                problems << u"the link of %1 does not hold"_s.arg(number);
            if (event.isDestroyed ? !named.contains(desk, number) : !event.decoded)
                problems << u"the content of %1 (%2) cannot be trusted"_s.arg(QString::number(number), event.kind);
            link = event.head.link;
            expected = number + 1;
        }
    }
    return problems;
}

} // namespace linterna::test
