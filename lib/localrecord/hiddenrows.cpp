// SPDX-License-Identifier: GPL-3.0-or-later
// The part of softdeletion that looks after rows which are hidden: whether a deletion hid them, and taking them out.
#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/record/eventranges.h"

#include <algorithm>

namespace linterna::softdeletion {

using namespace Qt::Literals::StringLiterals;

namespace {

//! What the deletion with this change number names; empty where there is no such deletion, or it was undone.
Result<std::optional<EventRanges>> targetsOf(const RecordTables &tables, qint64 number, const UndoneDeletions &undone)
{
    using Targets = std::optional<EventRanges>;
    const auto event = tables.events.at(number);
    const auto desk = firstNumber(*tables.database, u"SELECT desk FROM events WHERE id = ?"_s, {number});
    if (!event || !desk)
        return event ? desk.error() : event.error();
    if (!*event || (*event)->decoded.kind != QByteArrayView(eventkind::deletion.data(), eventkind::deletion.size())
        || undone.contains((*event)->decoded.origin.uuid, *desk))
        return Targets();
    return Targets(EventRanges(std::get<TargetsContent>((*event)->decoded.content).targets));
}

//! Rows that damage hid; checks and edits by their events. A case is hidden by a deletion, not as a target of its own.
struct UnvouchedRows {
    std::vector<qint64> checks;
    std::vector<qint64> edits;
    std::vector<qint64> cases;
    [[nodiscard]] bool isEmpty() const { return checks.empty() && edits.empty() && cases.empty(); }
};

//! `event`: the column of the table that names the event of a row.
std::optional<Error> addUnvouched(const RecordTables &tables, const QString &table, const QString &event, qint64 number,
                                  const std::optional<EventRanges> &targets, std::vector<qint64> &found)
{
    Rows rows = tables.database->query(
        u"SELECT %1.%2, desks.uuid, events.number FROM %1 LEFT JOIN events ON events.id = %1.%2 LEFT JOIN desks ON"
        " desks.id = events.desk WHERE %1.removal <> 0 AND %1.removal = ?"_s.arg(table, event),
        {number});
    while (rows.next()) {
        if (!targets || !targets->contains(rows.bytes(1), rows.integer(2)))
            found.push_back(rows.integer(0));
    }
    return rows.error();
}

//! Whether a check or an edit of this case is shown: then no deletion hid the case. One that only stands under it by
//! damage does not count.
Result<bool> hasAnyShown(const RecordTables &tables, qint64 ofCase)
{
    Rows checks = tables.database->query(
        CheckTable::selectRows() + u"WHERE checks.case_id = ? AND checks.removal = 0"_s, {ofCase});
    while (checks.next()) {
        if (!tables.checks.readRow(checks).unreadable)
            return true;
    }
    Rows edits = tables.database->query(
        u"SELECT %1, %2 FROM edits JOIN events ON events.id = edits.event_id JOIN cases ON cases.id = edits.case_id"
        " WHERE edits.case_id = ? AND edits.removal = 0"_s.arg(EventTable::columns(), CaseTable::columns()),
        {ofCase});
    while (edits.next()) {
        const auto event = tables.events.open(edits, 0);
        const auto *edit = event ? std::get_if<EditContent>(&event->decoded.content) : nullptr;
        if (edit
            && edit->receipt == tables.cases.read(edits, EventTable::ColumnCount, CaseTable::Opening::Once).receipt)
            return true;
    }
    const auto error = checks.error() ? checks.error() : edits.error();
    return error ? Result<bool>(*error) : false;
}

//! Cases that are hidden under this number although no deletion hid them.
std::optional<Error> addUnvouchedCases(const RecordTables &tables, qint64 number, bool isDeletion,
                                       std::vector<qint64> &found)
{
    QString sql = u"SELECT id FROM cases WHERE removal <> 0 AND removal = ?"_s;
    if (isDeletion) // all of the case is hidden with it
        sql += u" AND (EXISTS (SELECT 1 FROM checks WHERE case_id = cases.id AND checks.removal = 0)"
               " OR EXISTS (SELECT 1 FROM edits WHERE case_id = cases.id AND edits.removal = 0))"_s;
    const auto ids = allNumbers(*tables.database, sql, {number});
    if (!ids)
        return ids.error();
    for (const qint64 id : *ids) {
        const auto shown = isDeletion ? hasAnyShown(tables, id) : Result<bool>(true);
        if (!shown)
            return shown.error();
        if (*shown)
            found.push_back(id);
    }
    return {};
}

Result<UnvouchedRows> unvouchedRows(const RecordTables &tables)
{
    UnvouchedRows found;
    const auto numbers = allNumbers(*tables.database,
                                    u"SELECT removal FROM checks WHERE removal <> 0"
                                    " UNION SELECT removal FROM edits WHERE removal <> 0"
                                    " UNION SELECT removal FROM cases WHERE removal <> 0"_s);
    if (!numbers)
        return numbers.error();
    if (numbers->empty())
        return found;
    const auto undone = UndoneDeletions::read(tables);
    if (!undone)
        return undone.error();
    for (const qint64 number : *numbers) {
        const auto targets = targetsOf(tables, number, *undone);
        if (!targets)
            return targets.error();
        auto error = addUnvouched(tables, u"checks"_s, u"event"_s, number, *targets, found.checks);
        if (!error)
            error = addUnvouched(tables, u"edits"_s, u"event_id"_s, number, *targets, found.edits);
        if (!error)
            error = addUnvouchedCases(tables, number, targets->has_value(), found.cases);
        if (error)
            return *error;
    }
    return found;
}

} // namespace

Result<UndoneDeletions> UndoneDeletions::read(const RecordTables &tables)
{
    UndoneDeletions undone;
    Rows rows = tables.database->query(
        u"SELECT desks.id, desks.place, %1 FROM events JOIN desks ON desks.id = events.desk WHERE %2"_s.arg(
            EventTable::columns(), EventTable::ofKind(eventkind::restored)));
    while (rows.next()) {
        const auto event = tables.events.open(rows, 2);
        const auto *restored = event ? std::get_if<RestoredContent>(&event->decoded.content) : nullptr;
        if (!restored)
            continue;
        undone.m_byDesk.insert({restored->deletion, rows.integer(0)});
        if (tables.events.isHere(rows.bytes(1)))
            undone.m_here << restored->deletion;
    }
    if (rows.error())
        return *rows.error();
    return undone;
}

Result<bool> isAny(const Database &database)
{
    const auto any = firstNumber(database,
                                 u"SELECT EXISTS (SELECT 1 FROM checks WHERE removal <> 0)"
                                 " OR EXISTS (SELECT 1 FROM cases WHERE removal <> 0)"
                                 " OR EXISTS (SELECT 1 FROM edits WHERE removal <> 0)"_s);
    if (!any)
        return any.error();
    return *any != 0;
}

Result<bool> isAnyUnvouched(const RecordTables &tables)
{
    const auto rows = unvouchedRows(tables);
    return rows ? Result<bool>(!rows->isEmpty()) : rows.error();
}

std::optional<Error> showWhatNobodyDeleted(RecordTables &tables)
{
    const auto rows = unvouchedRows(tables);
    if (!rows)
        return rows.error();
    const Database &database = *tables.database;
    const std::pair<QString, const std::vector<qint64> *> shown[] = {
        {u"UPDATE checks SET removal = 0 WHERE event = ?"_s, &rows->checks},
        {u"UPDATE edits SET removal = 0 WHERE event_id = ?"_s, &rows->edits},
        {u"UPDATE cases SET removal = 0 WHERE id = ?"_s, &rows->cases}};
    for (const auto &[sql, ids] : shown) {
        for (const qint64 id : *ids) {
            if (auto error = database.execute(sql, {id}))
                return error;
        }
    }
    for (const qint64 id : rows->checks) {
        if (auto error = findLastChecks(tables, u"SELECT case_id FROM checks WHERE event = ?"_s, {id}))
            return error;
    }
    return {};
}

Result<qint64> purge(RecordTables &tables, const Author &author)
{
    const Database &database = *tables.database;
    if (auto error = showWhatNobodyDeleted(tables))
        return *error;
    auto checks = firstNumber(database, u"SELECT count(*) FROM checks WHERE removal <> 0"_s);
    const auto events = allNumbers(database,
                                   u"SELECT event FROM checks WHERE removal <> 0"
                                   " UNION SELECT event_id FROM edits WHERE removal <> 0"_s);
    if (!checks || !events)
        return checks ? events.error() : checks.error();
    if (!events->empty()) {
        auto targets = tables.events.rangesOf(*events);
        if (!targets)
            return targets.error();
        const auto destroyed = tables.events.append(eventkind::destroyed, TargetsContent{*std::move(targets)}, author);
        if (!destroyed)
            return destroyed.error();
    }
    if (auto error = tables.events.destroy(*events))
        return *error;
    const QStringList hidden{u"DELETE FROM transcripts WHERE check_id IN (SELECT id FROM checks WHERE removal <> 0)"_s,
                             u"DELETE FROM checks WHERE removal <> 0"_s, u"DELETE FROM edits WHERE removal <> 0"_s,
                             u"DELETE FROM edits_aside WHERE event_id NOT IN (SELECT event_id FROM edits)"_s,
                             u"DELETE FROM cases WHERE removal <> 0"_s};
    for (const QString &sql : hidden + unreferencedRows()) {
        if (auto error = database.execute(sql))
            return *error;
    }
    return checks;
}

QStringList unreferencedRows()
{
    return {u"DELETE FROM answers WHERE id NOT IN (SELECT answer_id FROM checks)"_s,
            u"DELETE FROM texts WHERE id NOT IN (SELECT heading FROM answers UNION SELECT text_en FROM answers"
            " UNION SELECT text_es FROM answers UNION SELECT reply FROM answers)"_s};
}

std::optional<Error> shrink(Database &database)
{
    // secure_delete alone is not enough: where rows once moved to another page, it leaves what they were in the first.
    const auto error = database.execute(u"VACUUM"_s);
    // The log is emptied also where there was no room for VACUUM.
    const auto notEmptied = database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return error ? error : notEmptied;
}

} // namespace linterna::softdeletion
