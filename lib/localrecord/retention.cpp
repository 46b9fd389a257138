// SPDX-License-Identifier: GPL-3.0-or-later
// The part of softdeletion that deletes what is older than a moment.
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"

#include <QHash>

#include <algorithm>

namespace linterna::softdeletion {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The SQL condition for the checks that hideChecksBefore() hides; its one value is the moment.
QString oldChecks()
{
    return u"checked_at < ? AND removal = 0 AND case_id NOT IN (SELECT id FROM cases WHERE on_hold <> 0)"_s;
}

//! Whether a check is of a case that can be read. If so, a check that itself cannot be read was damaged after it was
//! recorded.
Result<bool> isOfReadableCase(const RecordTables &tables, qint64 check)
{
    Rows rows = tables.database->query(
        u"SELECT %1 FROM cases WHERE id = (SELECT case_id FROM checks WHERE id = ?)"_s.arg(CaseTable::columns()),
        {check});
    const bool readable = rows.next() && tables.cases.read(rows, 0).receipt.has_value();
    return rows.error() ? Result<bool>(*rows.error()) : readable;
}

//! Ids of the checks that match oldChecks() and are not there by a damaged number: their times, and whether their cases
//! are on hold, are what was written. A check whose case nobody can read either grows old like all others.
Result<std::vector<qint64>> trueOldChecks(const RecordTables &tables, qint64 moment)
{
    std::vector<qint64> ids;
    Rows rows = tables.database->query(
        CheckTable::selectRows() + u"WHERE checks.id IN (SELECT id FROM checks WHERE %1)"_s.arg(oldChecks()), {moment});
    while (rows.next()) {
        const CheckRow row = tables.checks.readRow(rows);
        const auto damaged = row.unreadable ? isOfReadableCase(tables, row.id) : Result<bool>(false);
        if (!damaged)
            return damaged.error();
        if (!*damaged && !row.details.onHold)
            ids.push_back(row.id);
    }
    if (rows.error())
        return *rows.error();
    return ids;
}

} // namespace

Result<bool> isAnyBefore(const Database &database, qint64 moment)
{
    const auto any =
        firstNumber(database, u"SELECT EXISTS (SELECT 1 FROM checks WHERE %1)"_s.arg(oldChecks()), {moment});
    if (!any)
        return any.error();
    return *any != 0;
}

Result<OldChecks> findOldChecks(const Database &database, qint64 moment)
{
    const auto any = isAnyBefore(database, moment);
    if (!any)
        return any.error();
    const auto outOfOrder = firstNumber(
        database,
        u"SELECT EXISTS (SELECT 1 FROM checks WHERE %1 AND taken_in = 0 AND id > (SELECT id FROM checks WHERE"
        " +checked_at >= ? AND removal = 0 AND taken_in = 0 ORDER BY id LIMIT 1))"_s.arg(oldChecks()),
        {moment, moment});
    const auto newest = firstNumber(database, u"SELECT coalesce(max(checked_at), 0) FROM checks WHERE removal = 0"_s);
    if (!outOfOrder || !newest)
        return outOfOrder ? newest.error() : outOfOrder.error();
    OldChecks old{.any = *any, .outOfOrder = *outOfOrder != 0};
    if (*newest > 0)
        old.newest = QDateTime::fromMSecsSinceEpoch(*newest, Qt::UTC);
    return old;
}

namespace {

//! Edits before a moment whose values later edits replaced, of cases that are not on hold.
Result<std::vector<qint64>> replacedEdits(const RecordTables &tables, qint64 moment)
{
    const auto cases = allNumbers(*tables.database,
                                  u"SELECT DISTINCT edits.case_id FROM edits JOIN events ON events.id = edits.event_id"
                                  " WHERE events.at < ? AND edits.removal = 0 AND edits.case_id IN"
                                  " (SELECT id FROM cases WHERE on_hold = 0 AND removal = 0)"_s,
                                  {moment});
    if (!cases)
        return cases;
    std::vector<qint64> replaced;
    for (const qint64 id : *cases) {
        auto found = tables.cases.at(id);
        if (!found)
            return found.error();
        if (!*found)
            continue;
        CaseEntry &kept = **found;
        if (auto error = tables.cases.compareWithEvents(kept))
            return *error;
        if (kept.details.onHold)
            continue;
        Rows edits = tables.database->query(u"SELECT events.id, events.uuid FROM edits JOIN events ON events.id ="
                                            " edits.event_id WHERE edits.case_id = ? AND edits.removal = 0 AND"
                                            " events.at < ? AND edits.event_id NOT IN (SELECT event_id FROM"
                                            " edits_aside WHERE conflicting <> 0)"_s,
                                            {id, moment});
        while (edits.next()) {
            const auto isIt = [uuid = edits.bytes(1)](const auto &field) { return field.second == uuid; };
            if (std::ranges::none_of(kept.fieldEvents, isIt))
                replaced.push_back(edits.integer(0));
        }
        if (edits.error())
            return *edits.error();
    }
    return replaced;
}

//! The events of these checks.
Result<std::vector<qint64>> eventsOf(const Database &database, std::span<const qint64> checks)
{
    std::vector<qint64> events;
    for (const qint64 id : checks) {
        const auto event = firstNumber(database, u"SELECT event FROM checks WHERE id = ?"_s, {id});
        if (!event)
            return event.error();
        events.push_back(*event);
    }
    return events;
}

//! Edits of the cases that have no other checks than these.
Result<std::vector<qint64>> editsOfEmptied(const Database &database, std::span<const qint64> checks)
{
    QHash<qint64, qint64> goingOf;
    for (const qint64 id : checks) {
        const auto ofCase = firstNumber(database, u"SELECT case_id FROM checks WHERE id = ?"_s, {id});
        if (!ofCase)
            return ofCase.error();
        ++goingOf[*ofCase];
    }
    std::vector<qint64> edits;
    for (auto at = goingOf.cbegin(); at != goingOf.cend(); ++at) {
        const auto there =
            firstNumber(database, u"SELECT count(*) FROM checks WHERE case_id = ? AND removal = 0"_s, {at.key()});
        if (!there)
            return there.error();
        if (*there > at.value())
            continue;
        const auto ids =
            allNumbers(database, u"SELECT event_id FROM edits WHERE case_id = ? AND removal = 0"_s, {at.key()});
        if (!ids)
            return ids.error();
        edits.insert(edits.end(), ids->begin(), ids->end());
    }
    return edits;
}

} // namespace

Result<Deletion> hideChecksBefore(RecordTables &tables, qint64 moment, const Author &author)
{
    const Database &database = *tables.database;
    const auto checks = trueOldChecks(tables, moment);
    if (!checks)
        return checks.error();
    std::vector<qint64> events;
    for (const auto &some :
         {eventsOf(database, *checks), replacedEdits(tables, moment), editsOfEmptied(database, *checks)}) {
        if (!some)
            return some.error();
        events.insert(events.end(), some->begin(), some->end());
    }
    return hideEvents(tables, std::move(events), author);
}

} // namespace linterna::softdeletion
