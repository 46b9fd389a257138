// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordlook.h"

#include "lib/localrecord/eventtable.h"
#include "lib/localrecord/rowids.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<bool> yesOrNo(const Database &database, const QString &sql, const QVariantList &values = {})
{
    const auto number = firstNumber(database, sql, values);
    return number ? Result<bool>(*number != 0) : number.error();
}

Result<bool> hasTable(const Database &database, const QString &name)
{
    return yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?)"_s,
                   {name});
}

//! Whether the key opens any of the first cases. The stored key number is not looked at: it may be damaged.
Result<bool> opensAnyCase(const Database &database, const FieldCipher &cipher)
{
    constexpr int tried = 1000;
    Rows rows = database.query(u"SELECT receipt, uid FROM cases LIMIT ?"_s, {tried});
    while (rows.next()) {
        if (cipher.open(rows.bytes(0), "receipt"_L1, rows.bytes(1)))
            return true;
    }
    return rows.error() ? Result<bool>(*rows.error()) : false;
}

} // namespace

Result<bool> keyFits(const Database &database, const FieldCipher &cipher)
{
    const auto hasWords = hasTable(database, u"words"_s); // from version 4 on
    const auto hasWide = hasTable(database, u"checks_before"_s);
    if (!hasWords || !hasWide)
        return hasWords ? hasWide : hasWords;
    if (*hasWide || !*hasWords) {
        const QString wide = *hasWords ? u"checks_before"_s : u"checks"_s;
        auto any = yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM %1)"_s.arg(wide));
        if (!any)
            return any;
        if (*any) {
            auto fits =
                yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM %1 WHERE key_id = ?)"_s.arg(wide), {cipher.keyId()});
            if (!fits || *fits || !*hasWords)
                return fits;
        }
    }
    if (!*hasWords)
        return true;
    const auto named = yesOrNo(database,
                               u"SELECT EXISTS (SELECT 1 FROM cases WHERE key = (SELECT id FROM words WHERE word = ?))"
                               " OR NOT EXISTS (SELECT 1 FROM cases)"_s,
                               {cipher.keyId()});
    return !named || *named ? named : opensAnyCase(database, cipher);
}

Result<bool> hasAnyCheck(const Database &database)
{
    const auto hasWords = hasTable(database, u"words"_s);
    const auto hasWide = hasTable(database, u"checks_before"_s);
    const auto hasEvents = hasTable(database, u"events"_s);
    if (!hasWords || !hasWide || !hasEvents)
        return !hasWords ? hasWords : !hasWide ? hasWide : hasEvents;
    QString sql = u"SELECT EXISTS (SELECT 1 FROM checks)"_s;
    if (*hasWords)
        sql += u" OR EXISTS (SELECT 1 FROM cases)"_s;
    if (*hasWide)
        sql += u" OR EXISTS (SELECT 1 FROM checks_before)"_s;
    if (*hasEvents) // where a table that is made from the events was emptied
        sql += u" OR EXISTS (SELECT 1 FROM events WHERE kind IN ('check', 'edit') AND length(sealed) > 0)"_s;
    return yesOrNo(database, sql);
}

Result<bool> hasAnyFilter(const Database &database)
{
    return yesOrNo(database,
                   u"SELECT EXISTS (SELECT 1 FROM events WHERE %1 AND length(sealed) > 0)"_s.arg(
                       EventTable::ofKind(eventkind::filters)));
}

} // namespace linterna
