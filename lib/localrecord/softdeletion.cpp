// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/softdeletion.h"

#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/rowids.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace linterna::softdeletion {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The row of a case in `edits` that stands for none: there stand saved filters, which are of no case.
constexpr qint64 noCase = 0;

//! Runs all statements, each with as many of the values as it takes: ?1, ?2.
std::optional<Error> all(const Database &database, const QStringList &statements, const QVariantList &values = {})
{
    for (const QString &statement : statements) {
        if (auto error =
                database.execute(statement, values.first(std::min<qsizetype>(values.size(), statement.count(u'?')))))
            return error;
    }
    return {};
}

Result<Deletion> countOf(const Database &database, qint64 removal)
{
    const auto checks =
        firstNumber(database, u"SELECT count(*) FROM checks WHERE removal <> 0 AND removal = ?"_s, {removal});
    const auto cases =
        firstNumber(database, u"SELECT count(*) FROM cases WHERE removal <> 0 AND removal = ?"_s, {removal});
    if (!checks || !cases)
        return checks ? cases.error() : checks.error();
    return Deletion{.number = removal, .checks = *checks, .cases = *cases};
}

//! Gives the hidden cases random hashes: they stand for no receipt number any more, so that the next check of one
//! begins a new case.
std::optional<Error> letGoOfReceipts(const Database &database, qint64 removal)
{
    return database.execute(u"UPDATE cases SET receipt_hash = randomblob(32) WHERE removal <> 0 AND removal = ?"_s,
                            {removal});
}

//! Appends the event of a deletion of these events, and gives its change number.
Result<qint64> appendDeletion(RecordTables &tables, std::span<const qint64> events, const Author &author)
{
    auto targets = tables.events.rangesOf(events);
    if (!targets)
        return targets.error();
    const auto event = tables.events.append(eventkind::deletion, TargetsContent{*std::move(targets)}, author);
    return event ? Result<qint64>(event->id) : event.error();
}

//! Hides the rows of these events under the number of a deletion.
std::optional<Error> hide(const Database &database, std::span<const qint64> events, qint64 removal)
{
    for (const qint64 id : events) {
        if (auto error = all(database,
                             {u"UPDATE checks SET removal = ? WHERE event = ? AND removal = 0"_s,
                              u"UPDATE edits SET removal = ? WHERE event_id = ? AND removal = 0"_s},
                             {removal, id}))
            return error;
    }
    return {};
}

//! Shows a hidden case again. Where its receipt number has got a new case meanwhile, the checks go to that one.
std::optional<Error> bringBackCase(RecordTables &tables, qint64 id)
{
    std::optional<CaseEntry> hidden;
    {
        Rows rows = tables.database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(CaseTable::columns()), {id});
        if (rows.next())
            hidden = tables.cases.read(rows, 0);
        if (rows.error())
            return rows.error();
    }
    if (!hidden)
        return {};
    if (!hidden->receipt) // nobody can tell which it was, so it stands for none; but it is there again
        return tables.database->execute(u"UPDATE cases SET removal = 0 WHERE id = ?"_s, {id});
    const auto now = tables.cases.find(*hidden->receipt);
    if (!now)
        return now.error();
    if (!*now) {
        return tables.database->execute(u"UPDATE cases SET receipt_hash = ?, removal = 0 WHERE id = ?"_s,
                                        {tables.cipher.lookupHash(hidden->receipt->toString().toLatin1()), id});
    }
    CaseEntry kept = **now;
    if (auto error = all(
            *tables.database,
            {u"UPDATE checks SET case_id = ? WHERE case_id = ?"_s, u"UPDATE edits SET case_id = ? WHERE case_id = ?"_s},
            {kept.id, id}))
        return error;
    if (auto error = tables.database->execute(u"DELETE FROM cases WHERE id = ?"_s, {id}))
        return error;
    for (const auto &[field, uuid] : hidden->fieldEvents) { // what was written on the case since stays
        if (kept.fieldEvents.emplace(field, uuid).second)
            copyField(field, hidden->details, kept.details);
    }
    return tables.cases.writeDetails(kept);
}

} // namespace

Result<Deletion> hideCases(RecordTables &tables, std::span<const qint64> cases, const Author &author)
{
    const Database &database = *tables.database;
    std::vector<qint64> events;
    const auto add = [&](const QString &sql, qint64 value) -> std::optional<Error> {
        const auto ids = allNumbers(database, sql, {value});
        if (!ids)
            return ids.error();
        events.insert(events.end(), ids->begin(), ids->end());
        return {};
    };
    for (const qint64 id : cases) {
        auto error = add(u"SELECT event FROM checks WHERE case_id = ? AND removal = 0"_s, id);
        if (!error)
            error = add(u"SELECT event_id FROM edits WHERE case_id = ? AND removal = 0"_s, id);
        if (error)
            return *error;
    }
    if (auto error = database.execute(
            u"INSERT OR IGNORE INTO edits (event_id, case_id) SELECT id, 0 FROM events WHERE %1 AND length(sealed) > 0"
            " AND id < (SELECT max(id) FROM events WHERE %1)"_s.arg(EventTable::ofKind(eventkind::filters))))
        return *error;
    if (auto error = add(u"SELECT event_id FROM edits WHERE case_id = ? AND removal = 0"_s, noCase))
        return *error;
    const auto removal = appendDeletion(tables, events, author);
    if (!removal)
        return removal.error();
    if (auto error = hide(database, events, *removal))
        return *error;
    for (const qint64 id : cases) {
        if (auto error =
                database.execute(u"UPDATE cases SET removal = ? WHERE id = ? AND removal = 0"_s, {*removal, id}))
            return *error;
    }
    if (auto error = letGoOfReceipts(database, *removal))
        return *error;
    return countOf(database, *removal);
}

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
        u"SELECT EXISTS (SELECT 1 FROM checks WHERE %1 AND id >"
        " (SELECT id FROM checks WHERE +checked_at >= ? AND removal = 0 ORDER BY id LIMIT 1))"_s.arg(oldChecks()),
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
        Rows row = tables.database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(CaseTable::columns()), {id});
        if (!row.next())
            continue;
        CaseEntry kept = tables.cases.read(row, 0, CaseTable::Opening::Once);
        if (auto error = tables.cases.compareWithEvents(kept))
            return *error;
        if (kept.details.onHold)
            continue;
        Rows edits = tables.database->query(u"SELECT events.id, events.uuid FROM edits JOIN events ON events.id ="
                                            " edits.event_id WHERE edits.case_id = ? AND edits.removal = 0 AND"
                                            " events.at < ?"_s,
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
    if (events.empty())
        return Deletion{};
    std::ranges::sort(events);
    events.erase(std::unique(events.begin(), events.end()), events.end());
    const auto removal = appendDeletion(tables, events, author);
    if (!removal)
        return removal.error();
    if (auto error = hide(database, events, *removal))
        return *error;
    const QString touched = u"SELECT case_id FROM checks WHERE removal <> 0 AND removal = ?"_s;
    if (auto error = findLastChecks(tables, touched, {*removal}))
        return *error;
    if (auto error = database.execute(
            u"UPDATE cases SET removal = ? WHERE removal = 0 AND last_check = 0 AND id IN (%1)"_s.arg(touched),
            {*removal, *removal}))
        return *error;
    if (auto error = letGoOfReceipts(database, *removal))
        return *error;
    return countOf(database, *removal);
}

std::optional<Error> undoDeletion(RecordTables &tables, qint64 removal, const Author &author)
{
    const Database &database = *tables.database;
    const auto hidden = countOf(database, removal);
    if (!hidden)
        return hidden.error();
    const auto deletion = tables.events.at(removal);
    if (!deletion)
        return deletion.error();
    if (removal <= 0 || hidden->checks + hidden->cases == 0 || !*deletion)
        return Error{.code = ErrorCode::Invalid, .detail = u"there is nothing left to be taken back"_s};
    const auto restored =
        tables.events.append(eventkind::restored, RestoredContent{(*deletion)->decoded.origin.uuid}, author);
    if (!restored)
        return restored.error();
    const auto cases = allNumbers(database, u"SELECT id FROM cases WHERE removal <> 0 AND removal = ?"_s, {removal});
    if (!cases)
        return cases.error();
    for (const qint64 id : *cases) {
        if (auto error = bringBackCase(tables, id))
            return error;
    }
    const auto touched =
        allNumbers(database, u"SELECT DISTINCT case_id FROM checks WHERE removal <> 0 AND removal = ?"_s, {removal});
    if (!touched)
        return touched.error();
    if (auto error = all(database,
                         {u"UPDATE checks SET removal = 0 WHERE removal <> 0 AND removal = ?"_s,
                          u"UPDATE edits SET removal = 0 WHERE removal <> 0 AND removal = ?"_s},
                         {removal}))
        return error;
    for (const qint64 id : *touched) {
        if (auto error = findLastChecks(tables, u"?"_s, {id}))
            return error;
    }
    return {};
}

} // namespace linterna::softdeletion
