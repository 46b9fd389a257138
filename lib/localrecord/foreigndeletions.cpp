// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/foreigndeletions.h"

#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"

#include <QHash>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A deletion of another desk that was not undone.
struct DeletionSeen {
    QByteArray uuid;
    QString person;
    qint64 at = 0;
    std::vector<EventRange> targets;
};

Result<std::vector<DeletionSeen>> deletionsOfOthers(const RecordTables &tables)
{
    const auto undone = softdeletion::UndoneDeletions::read(tables);
    if (!undone)
        return undone.error();
    std::vector<DeletionSeen> found;
    Rows rows = tables.database->query(
        u"SELECT events.at, desks.place, desks.id, %1 FROM events JOIN desks ON desks.id = events.desk WHERE %2"
        " ORDER BY events.at, events.id"_s.arg(EventTable::columns(), EventTable::ofKind(eventkind::deletion)));
    while (rows.next()) {
        if (tables.events.isHere(rows.bytes(1)))
            continue;
        auto event = tables.events.open(rows, 3);
        auto *targets = event ? std::get_if<TargetsContent>(&event->decoded.content) : nullptr;
        if (targets && !undone->contains(event->decoded.origin.uuid, rows.integer(2)))
            found.push_back({event->decoded.origin.uuid, event->decoded.origin.person, rows.integer(0),
                             std::move(targets->targets)});
    }
    if (rows.error())
        return *rows.error();
    return found;
}

//! What of a deletion is still in the lists: checks and edits by their change numbers, and cases.
struct StillHere {
    std::vector<qint64> events;
    QHash<qint64, qint64> checksOfCases; //!< How many checks it names, by the id of their case.
};

Result<StillHere> stillHere(const RecordTables &tables, const std::vector<EventRange> &targets)
{
    StillHere here;
    const auto add = [&](const QString &sql, const EventRange &range, bool isCheck) -> std::optional<Error> {
        Rows rows = tables.database->query(sql, {range.desk, range.first, range.last});
        while (rows.next()) {
            here.events.push_back(rows.integer(0));
            if (isCheck)
                ++here.checksOfCases[rows.integer(1)];
        }
        return rows.error();
    };
    const QString among =
        u" JOIN events ON events.id = %1 JOIN desks ON desks.id = events.desk WHERE desks.uuid = ? AND"
        " events.number BETWEEN ? AND ? AND removal = 0"_s;
    for (const EventRange &range : targets) {
        auto error =
            add(u"SELECT checks.event, checks.case_id FROM checks"_s + among.arg(u"checks.event"_s), range, true);
        if (!error)
            error = add(u"SELECT edits.event_id, edits.case_id FROM edits"_s + among.arg(u"edits.event_id"_s), range,
                        false);
        if (error)
            return *error;
    }
    return here;
}

Result<ForeignDeletion> summaryOf(const RecordTables &tables, const DeletionSeen &deletion, const StillHere &here)
{
    ForeignDeletion summary{
        .event = deletion.uuid, .person = deletion.person, .at = QDateTime::fromMSecsSinceEpoch(deletion.at, Qt::UTC)};
    for (auto at = here.checksOfCases.cbegin(); at != here.checksOfCases.cend(); ++at) {
        summary.checks += at.value();
        const auto all = firstNumber(*tables.database,
                                     u"SELECT count(*) FROM checks WHERE case_id = ? AND removal = 0"_s, {at.key()});
        if (!all)
            return all.error();
        if (*all > at.value())
            continue;
        const auto ofCase = tables.cases.at(at.key());
        if (!ofCase)
            return ofCase.error();
        if (*ofCase && (*ofCase)->receipt)
            summary.cases.push_back(*(*ofCase)->receipt);
    }
    return summary;
}

} // namespace

Result<std::vector<ForeignDeletion>> openDeletions(const RecordTables &tables)
{
    const auto all = deletionsOfOthers(tables);
    if (!all)
        return all.error();
    std::vector<ForeignDeletion> open;
    for (const DeletionSeen &deletion : *all) {
        const auto here = stillHere(tables, deletion.targets);
        if (!here)
            return here.error();
        if (here->checksOfCases.isEmpty()) // edits alone were replaced by later ones
            continue;
        auto summary = summaryOf(tables, deletion, *here);
        if (!summary)
            return summary.error();
        open.push_back(*std::move(summary));
    }
    return open;
}

Result<std::optional<std::vector<qint64>>> targetsOfDeletion(const RecordTables &tables, const QByteArray &event)
{
    using Targets = std::optional<std::vector<qint64>>;
    const auto all = deletionsOfOthers(tables);
    if (!all)
        return all.error();
    for (const DeletionSeen &deletion : *all) {
        if (deletion.uuid != event)
            continue;
        auto here = stillHere(tables, deletion.targets);
        return here ? Result<Targets>(std::move(here->events)) : here.error();
    }
    return Targets();
}

} // namespace linterna
