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
    const auto edits =
        firstNumber(database, u"SELECT count(*) FROM edits WHERE removal <> 0 AND removal = ?"_s, {removal});
    if (!checks || !cases || !edits)
        return !checks ? checks.error() : !cases ? cases.error() : edits.error();
    return Deletion{.number = removal, .checks = *checks, .cases = *cases, .edits = *edits};
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
    const auto found = tables.cases.at(id);
    if (!found)
        return found.error();
    const std::optional<CaseEntry> &hidden = *found;
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
    if (auto error = all(*tables.database,
                         {u"UPDATE checks SET case_id = ? WHERE case_id = ?"_s,
                          u"UPDATE edits SET case_id = ? WHERE case_id = ?"_s,
                          u"UPDATE edits_aside SET case_id = ? WHERE case_id = ?"_s},
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

//! Cases that are in the lists, and edits of which a deletion hides.
Result<std::vector<qint64>> casesWithHiddenEdits(const Database &database, qint64 removal)
{
    return allNumbers(database,
                      u"SELECT DISTINCT case_id FROM edits WHERE removal <> 0 AND removal = ? AND case_id IN"
                      " (SELECT id FROM cases WHERE removal = 0)"_s,
                      {removal});
}

//! Works out what the fields of these cases say, after edits came or went.
std::optional<Error> settleFields(RecordTables &tables, std::span<const qint64> cases)
{
    for (const qint64 id : cases) {
        auto kept = tables.cases.at(id);
        if (!kept)
            return kept.error();
        if (auto error = *kept ? tables.cases.settleFields(**kept) : std::nullopt)
            return error;
    }
    return {};
}

} // namespace

Result<Deletion> hideEvents(RecordTables &tables, std::vector<qint64> events, const Author &author)
{
    if (events.empty())
        return Deletion{};
    const Database &database = *tables.database;
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
    const auto edited = casesWithHiddenEdits(database, *removal);
    if (!edited)
        return edited.error();
    if (auto error = settleFields(tables, *edited))
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
    if (removal <= 0 || hidden->checks + hidden->cases + hidden->edits == 0 || !*deletion)
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
    const auto edited = casesWithHiddenEdits(database, removal);
    if (!edited)
        return edited.error();
    if (auto error = all(database,
                         {u"UPDATE checks SET removal = 0 WHERE removal <> 0 AND removal = ?"_s,
                          u"UPDATE edits SET removal = 0 WHERE removal <> 0 AND removal = ?"_s},
                         {removal}))
        return error;
    for (const qint64 id : *touched) {
        if (auto error = findLastChecks(tables, u"?"_s, {id}))
            return error;
    }
    return settleFields(tables, *edited);
}

} // namespace linterna::softdeletion
