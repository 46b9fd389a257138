// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/softdeletion.h"

#include "lib/localrecord/deletionnumbers.h"
#include "lib/record/storednames.h"

#include <QStringList>

namespace linterna::softdeletion {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<qint64> number(const Database &database, const QString &sql, const QVariantList &values = {})
{
    Rows rows = database.query(sql, values);
    const qint64 found = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return found;
}

Result<std::vector<qint64>> idsOf(const Database &database, const QString &sql, qint64 value)
{
    std::vector<qint64> ids;
    Rows rows = database.query(sql, {value});
    while (rows.next())
        ids.push_back(rows.integer(0));
    if (rows.error())
        return *rows.error();
    return ids;
}

Result<qint64> nextNumber(const Database &database)
{
    return number(database,
                  u"SELECT 1 + max((SELECT coalesce(max(removal), 0) FROM checks WHERE removal <> 0),"
                  " (SELECT coalesce(max(removal), 0) FROM cases WHERE removal <> 0))"_s);
}

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
        number(database, u"SELECT count(*) FROM checks WHERE removal <> 0 AND removal = ?"_s, {removal});
    const auto cases = number(database, u"SELECT count(*) FROM cases WHERE removal <> 0 AND removal = ?"_s, {removal});
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

//! Works out anew the last check, last good one and last change of cases that lost or got back checks.
std::optional<Error> findLasts(RecordTables &tables, const QString &ofCases, const QVariantList &values)
{
    QStringList numbers;
    for (const QString &word : {u"ok"_s, changeName(Change::Wording), changeName(Change::Timeline),
                                changeName(Change::Date), changeName(Change::Status)}) {
        const auto number = tables.words.numberOf(word);
        if (!number)
            return number.error();
        numbers << QString::number(*number);
    }
    const QString good = numbers.takeFirst();
    const auto last = [&](const QString &column, const QString &condition) {
        return u"UPDATE cases SET %1 = coalesce((SELECT max(id) FROM checks WHERE case_id = cases.id AND removal = 0%2), 0)"
               " WHERE id IN (%3)"_s.arg(column, condition, ofCases);
    };
    return all(*tables.database,
               {last(u"last_check"_s, {}), last(u"last_good"_s, u" AND outcome = %1"_s.arg(good)),
                last(u"last_change"_s, u" AND outcome = %1 AND change IN (%2)"_s.arg(good, numbers.join(u',')))},
               values);
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
    if (kept.details == CaseDetails()) {
        kept.details = hidden->details;
        if (auto error = tables.cases.writeDetails(kept))
            return error;
    }
    if (auto error = tables.database->execute(u"UPDATE checks SET case_id = ? WHERE case_id = ?"_s, {kept.id, id}))
        return error;
    return tables.database->execute(u"DELETE FROM cases WHERE id = ?"_s, {id});
}

} // namespace

std::optional<Error> findLastsOf(RecordTables &tables, qint64 caseId)
{
    return findLasts(tables, u"?"_s, {caseId});
}

Result<Deletion> hideCases(RecordTables &tables, std::span<const qint64> cases)
{
    const Database &database = *tables.database;
    const auto removal = nextNumber(database);
    if (!removal)
        return removal.error();
    if (auto error = vouchFor(tables, *removal))
        return *error;
    for (const qint64 id : cases) {
        if (auto error = all(database,
                             {u"UPDATE checks SET removal = ? WHERE case_id = ? AND removal = 0"_s,
                              u"UPDATE cases SET removal = ? WHERE id = ? AND removal = 0"_s},
                             {*removal, id}))
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
    const auto any = number(database, u"SELECT EXISTS (SELECT 1 FROM checks WHERE %1)"_s.arg(oldChecks()), {moment});
    if (!any)
        return any.error();
    return *any != 0;
}

Result<OldChecks> findOldChecks(const Database &database, qint64 moment)
{
    const auto any = isAnyBefore(database, moment);
    if (!any)
        return any.error();
    const auto outOfOrder =
        number(database,
               u"SELECT EXISTS (SELECT 1 FROM checks WHERE %1 AND id >"
               " (SELECT min(id) FROM checks WHERE checked_at >= ? AND removal = 0))"_s.arg(oldChecks()),
               {moment, moment});
    const auto newest = number(database, u"SELECT coalesce(max(checked_at), 0) FROM checks WHERE removal = 0"_s);
    if (!outOfOrder || !newest)
        return outOfOrder ? newest.error() : outOfOrder.error();
    OldChecks old{.any = *any, .outOfOrder = *outOfOrder != 0};
    if (*newest > 0)
        old.newest = QDateTime::fromMSecsSinceEpoch(*newest, Qt::UTC);
    return old;
}

Result<Deletion> hideChecksBefore(RecordTables &tables, qint64 moment)
{
    const Database &database = *tables.database;
    const auto removal = nextNumber(database);
    if (!removal)
        return removal.error();
    if (auto error = vouchFor(tables, *removal))
        return *error;
    const auto old = trueOldChecks(tables, moment);
    if (!old)
        return old.error();
    for (const qint64 id : *old) {
        if (auto error = database.execute(u"UPDATE checks SET removal = ? WHERE id = ?"_s, {*removal, id}))
            return *error;
    }
    const QString touched = u"SELECT case_id FROM checks WHERE removal <> 0 AND removal = ?"_s;
    if (auto error = findLasts(tables, touched, {*removal}))
        return *error;
    if (auto error = database.execute(
            u"UPDATE cases SET removal = ? WHERE removal = 0 AND last_check = 0 AND id IN (%1)"_s.arg(touched),
            {*removal, *removal}))
        return *error;
    if (auto error = letGoOfReceipts(database, *removal))
        return *error;
    return countOf(database, *removal);
}

std::optional<Error> undoDeletion(RecordTables &tables, qint64 removal)
{
    const Database &database = *tables.database;
    const auto hidden = countOf(database, removal);
    if (!hidden)
        return hidden.error();
    if (removal <= 0 || hidden->checks + hidden->cases == 0)
        return Error{.code = ErrorCode::Invalid, .detail = u"there is nothing left to be taken back"_s};
    const auto cases = idsOf(database, u"SELECT id FROM cases WHERE removal <> 0 AND removal = ?"_s, removal);
    if (!cases)
        return cases.error();
    for (const qint64 id : *cases) {
        if (auto error = bringBackCase(tables, id))
            return error;
    }
    const auto touched =
        idsOf(database, u"SELECT DISTINCT case_id FROM checks WHERE removal <> 0 AND removal = ?"_s, removal);
    if (!touched)
        return touched.error();
    if (auto error = database.execute(u"UPDATE checks SET removal = 0 WHERE removal <> 0 AND removal = ?"_s, {removal}))
        return error;
    for (const qint64 id : *touched) {
        if (auto error = findLasts(tables, u"?"_s, {id}))
            return error;
    }
    return {};
}

Result<bool> isAny(const Database &database)
{
    const auto any = number(database,
                            u"SELECT EXISTS (SELECT 1 FROM checks WHERE removal <> 0)"
                            " OR EXISTS (SELECT 1 FROM cases WHERE removal <> 0)"_s);
    if (!any)
        return any.error();
    return *any != 0;
}

Result<qint64> purge(RecordTables &tables)
{
    const Database &database = *tables.database;
    if (auto error = showWhatNobodyDeleted(tables))
        return *error;
    auto checks = number(database, u"SELECT count(*) FROM checks WHERE removal <> 0"_s);
    if (!checks)
        return checks;
    const auto error =
        all(database,
            {u"DELETE FROM transcripts WHERE check_id IN (SELECT id FROM checks WHERE removal <> 0)"_s,
             u"DELETE FROM checks_before WHERE id IN (SELECT id FROM checks WHERE removal <> 0)"_s,
             u"DELETE FROM checks WHERE removal <> 0"_s, u"DELETE FROM cases WHERE removal <> 0"_s,
             u"DELETE FROM answers WHERE id NOT IN (SELECT answer_id FROM checks)"_s,
             u"DELETE FROM texts WHERE id NOT IN (SELECT heading FROM answers UNION SELECT text_en FROM answers"
             " UNION SELECT text_es FROM answers UNION SELECT reply FROM answers)"_s});
    if (error)
        return *error;
    if (auto failed = forgetNumbers(tables))
        return *failed;
    return checks;
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
