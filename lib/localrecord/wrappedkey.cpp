// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/wrappedkey.h"

#include "lib/crypto/fieldcipher.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView carriedKeyColumn{"carried_key"};

} // namespace

Result<Secret> keyOfRecord(const Database &database, const Secret &kept)
{
    {
        Rows tables = database.query(u"SELECT 1 FROM sqlite_schema WHERE name = 'carried_key'"_s);
        if (!tables.next())
            return tables.error() ? Result<Secret>(*tables.error()) : kept;
    }
    Rows rows = database.query(u"SELECT uid, sealed FROM carried_key"_s);
    while (rows.next()) {
        auto key = FieldCipher(kept).open(rows.bytes(1), carriedKeyColumn, rows.bytes(0));
        if (key && key->size() == FieldCipher::KeyBytes)
            return Secret(std::move(*key));
    }
    return rows.error() ? Result<Secret>(*rows.error()) : kept;
}

std::optional<Error> carryKey(const Database &database, const Secret &key, const Secret &kept)
{
    if (auto error = dropCarriedKey(database); error || key == kept)
        return error;
    const QByteArray uid = FieldCipher::makeRowUid();
    return database.execute(u"INSERT INTO carried_key (uid, sealed) VALUES (?, ?)"_s,
                            {uid, FieldCipher(kept).seal(key.view(), carriedKeyColumn, uid)});
}

std::optional<Error> dropCarriedKey(const Database &database)
{
    return database.execute(u"DELETE FROM carried_key"_s);
}

} // namespace linterna
