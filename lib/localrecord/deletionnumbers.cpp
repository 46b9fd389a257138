// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/deletionnumbers.h"

#include "lib/localrecord/softdeletion.h"

namespace linterna::softdeletion {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A word that marks the deletions of a record as vouched for; it is given to no deletion.
constexpr qint64 allAreVouchedFor = 0;

QString wordFor(const RecordTables &tables, qint64 number)
{
    const QString said = u"removal %1"_s.arg(number);
    return said + u' ' + QString::fromLatin1(tables.cipher.sealOf(said.toLatin1()).toHex());
}

Result<bool> sealHolds(const RecordTables &tables, qint64 number)
{
    const auto found = tables.words.numberOf(wordFor(tables, number));
    return found ? Result<bool>(*found != -1) : Result<bool>(found.error());
}

//! Numbers under which something is hidden and that nothing vouches for.
Result<std::vector<qint64>> unvouchedNumbers(const RecordTables &tables)
{
    std::vector<qint64> numbers;
    Rows rows = tables.database->query(u"SELECT removal FROM checks WHERE removal <> 0"
                                       " UNION SELECT removal FROM cases WHERE removal <> 0"_s);
    while (rows.next()) {
        const auto vouched = sealHolds(tables, rows.integer(0));
        if (!vouched)
            return vouched.error();
        if (!*vouched)
            numbers.push_back(rows.integer(0));
    }
    if (rows.error())
        return *rows.error();
    return numbers;
}

Result<std::vector<qint64>> casesWithHidden(const Database &database, qint64 number)
{
    std::vector<qint64> cases;
    Rows rows = database.query(u"SELECT DISTINCT case_id FROM checks WHERE removal <> 0 AND removal = ?"_s, {number});
    while (rows.next())
        cases.push_back(rows.integer(0));
    if (rows.error())
        return *rows.error();
    return cases;
}

std::optional<Error> show(RecordTables &tables, qint64 number)
{
    const auto cases = casesWithHidden(*tables.database, number);
    if (!cases)
        return cases.error();
    for (const QString &table : {u"checks"_s, u"cases"_s}) {
        if (auto error = tables.database->execute(
                u"UPDATE %1 SET removal = 0 WHERE removal <> 0 AND removal = ?"_s.arg(table), {number}))
            return error;
    }
    for (const qint64 id : *cases) {
        if (auto error = findLastsOf(tables, id))
            return error;
    }
    return {};
}

} // namespace

std::optional<Error> vouchFor(RecordTables &tables, qint64 number)
{
    const auto word = tables.words.number(wordFor(tables, number));
    return word ? std::nullopt : std::optional(word.error());
}

Result<bool> isAnyUnvouched(const RecordTables &tables)
{
    const auto known = sealHolds(tables, allAreVouchedFor);
    if (!known || !*known)
        return known ? Result<bool>(true) : known;
    const auto numbers = unvouchedNumbers(tables);
    return numbers ? Result<bool>(!numbers->empty()) : Result<bool>(numbers.error());
}

std::optional<Error> showWhatNobodyDeleted(RecordTables &tables)
{
    const auto numbers = unvouchedNumbers(tables);
    const auto known = sealHolds(tables, allAreVouchedFor);
    if (!numbers || !known)
        return numbers ? known.error() : numbers.error();
    for (const qint64 number : *numbers) {
        if (auto error = *known ? show(tables, number) : vouchFor(tables, number))
            return error;
    }
    return *known ? std::nullopt : vouchFor(tables, allAreVouchedFor);
}

std::optional<Error> forgetNumbers(RecordTables &tables)
{
    return tables.database->execute(u"DELETE FROM words WHERE word LIKE 'removal %' AND word <> ?"_s,
                                    {wordFor(tables, allAreVouchedFor)});
}

} // namespace linterna::softdeletion
