// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that looks at one check closely: why it cannot be trusted, and all there is of it.
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PartOfCheck {
    QString table;
    QString condition; //!< Its one value is the id of the check.
};

//! The row of a check and those that it names. The carried key is not among them.
std::vector<PartOfCheck> partsOfCheck()
{
    const QString own = u"(SELECT %1 FROM checks WHERE id = ?1)"_s;
    const QString event = u"id = "_s + own.arg(u"event"_s);
    const QString answer = u"(SELECT %1 FROM answers WHERE id = "_s + own.arg(u"answer_id"_s) + u')';
    QStringList texts;
    for (const QString &column : {u"heading"_s, u"text_en"_s, u"text_es"_s, u"reply"_s})
        texts << answer.arg(column);
    QStringList words;
    for (const QString &column : {u"connection"_s, u"asked_by"_s, u"outcome"_s, u"change"_s, u"category"_s})
        words << own.arg(column);
    return {{u"checks"_s, u"id = ?1"_s},
            {u"events"_s, event},
            {u"desks"_s, u"id = (SELECT desk FROM events WHERE %1)"_s.arg(event)},
            {u"cases"_s, u"id = "_s + own.arg(u"case_id"_s)},
            {u"answers"_s, u"id = "_s + own.arg(u"answer_id"_s)},
            {u"texts"_s, u"id IN (%1)"_s.arg(texts.join(u", "_s))},
            {u"transcripts"_s, u"check_id = ?1"_s},
            {u"words"_s, u"id IN (%1)"_s.arg(words.join(u", "_s))}};
}

//! Adds the rows of one table that match.
std::optional<Error> addStoredRows(const Database &database, const PartOfCheck &part, qint64 check,
                                   std::vector<StoredRow> &found)
{
    std::vector<std::pair<QString, QString>> columns; // name and type
    Rows described = database.query(u"PRAGMA table_info(%1)"_s.arg(part.table));
    while (described.next())
        columns.emplace_back(described.text(1), described.text(2));
    Rows rows = database.query(u"SELECT * FROM %1 WHERE %2"_s.arg(part.table, part.condition), {check});
    while (rows.next()) {
        StoredRow row{.table = part.table};
        for (int i = 0; i < int(columns.size()); ++i) {
            const auto &[name, type] = columns[std::size_t(i)];
            row.columns.emplace_back(name,
                                     type == "INTEGER"_L1    ? QVariant(rows.integer(i))
                                         : type == "TEXT"_L1 ? QVariant(rows.text(i))
                                                             : QVariant(rows.bytes(i)));
        }
        found.push_back(std::move(row));
    }
    return described.error() ? described.error() : rows.error();
}

} // namespace

//! Whether an event that can be trusted says that the content of the event of this check was destroyed.
Result<bool> RecordDatabase::isDestroyed(qint64 check) const
{
    const RecordTables &tables = m_record->tables;
    const auto events = allNumbers(database(), u"SELECT event FROM checks WHERE id = ?"_s, {check});
    if (!events)
        return events.error();
    const auto place = tables.events.rangesOf(*events);
    if (!place || place->empty())
        return place ? Result<bool>(false) : place.error();
    const EventRange &own = place->front();
    Rows rows = database().query(
        u"SELECT %1 FROM events WHERE %2"_s.arg(EventTable::columns(), EventTable::ofKind(eventkind::destroyed)));
    while (rows.next()) {
        const auto event = tables.events.open(rows, 0);
        const auto *content = event ? std::get_if<TargetsContent>(&event->decoded.content) : nullptr;
        if (content && std::ranges::any_of(content->targets, [&own](const EventRange &range) {
                return range.desk == own.desk && own.first >= range.first && own.last <= range.last;
            }))
            return true;
    }
    return rows.error() ? Result<bool>(*rows.error()) : false;
}

Result<CheckInspection> RecordDatabase::inspect(qint64 id) const
{
    const RecordTables &tables = m_record->tables;
    CheckInspection found{.id = id};
    {
        Rows rows = database().query(CheckTable::selectWhole() + u"WHERE checks.id = ?"_s, {id});
        if (!rows.next())
            return rows.error().value_or(Error{.code = ErrorCode::NotRecognized});
        const CheckTable::Whole whole = tables.checks.readWhole(rows);
        found.damage = whole.damage;
        found.checkedAt = whole.row.checkedAt;
        if (rows.error())
            return *rows.error();
    }
    {
        Rows rows = database().query(
            u"SELECT checks.event, %1 FROM checks LEFT JOIN cases ON cases.id = checks.case_id WHERE checks.id = ?"_s
                .arg(CaseTable::columns()),
            {id});
        if (rows.next()) {
            found.receipt = tables.cases.read(rows, 1, CaseTable::Opening::Once).receipt;
            const auto event = tables.events.at(rows.integer(0));
            const auto *older = event && *event ? std::get_if<DamagedContent>(&(*event)->decoded.content) : nullptr;
            if (older) {
                found.damage = CheckDamage::OlderFile;
                found.olderRow = older->raw;
            }
        }
        if (rows.error())
            return *rows.error();
    }
    if (found.damage == CheckDamage::ContentGone) {
        const auto destroyed = isDestroyed(id);
        if (!destroyed)
            return destroyed.error();
        if (*destroyed) // what was deleted for good has no row: this one names an event that is not its own
            found.damage = CheckDamage::RowDiffers;
    }
    for (const PartOfCheck &part : partsOfCheck()) {
        if (auto error = addStoredRows(database(), part, id, found.rows))
            return *error;
    }
    return found;
}

} // namespace linterna
