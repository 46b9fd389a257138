// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/rowids.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The largest id of a table's rows, the largest that can be one, and the largest that was ever given.
struct LargestIds {
    qint64 there = 0;
    qint64 sound = 0;
    qint64 given = 0;

    [[nodiscard]] bool areSound() const { return there < largestRowId && given < largestRowId; }
    [[nodiscard]] qint64 next() const { return 1 + std::max(sound, given < largestRowId ? given : 0); }
};

Result<LargestIds> largestIds(const Database &database, QLatin1StringView table)
{
    Rows largest = database.query(u"SELECT (SELECT coalesce(max(id), 0) FROM %1),"
                                  " (SELECT coalesce(max(id), 0) FROM %1 WHERE id < ?),"
                                  " (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?)"_s.arg(table),
                                  {largestRowId, QString(table)});
    (void)largest.next();
    if (largest.error())
        return *largest.error();
    return LargestIds{largest.integer(0), largest.integer(1), largest.integer(2)};
}

} // namespace

Result<QVariant> nextRowId(const Database &database, QLatin1StringView table)
{
    const auto largest = largestIds(database, table);
    if (!largest)
        return largest.error();
    return largest->areSound() ? QVariant() : QVariant(largest->next());
}

Result<qint64> nextNumber(const Database &database, QLatin1StringView table)
{
    const auto largest = largestIds(database, table);
    return largest ? Result<qint64>(largest->next()) : largest.error();
}

Result<qint64> renumbered(const Database &database, QLatin1StringView table, const QByteArray &hash)
{
    if (auto error = database.execute(
            u"UPDATE %1 SET id = 1 + (SELECT max(0, coalesce(max(id), 0)) FROM %1 WHERE id < ?) WHERE hash = ?"_s.arg(
                table),
            {largestRowId, hash}))
        return *error;
    Rows rows = database.query(u"SELECT id FROM %1 WHERE hash = ?"_s.arg(table), {hash});
    const qint64 id = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return id;
}

QString jsonList(std::span<const qint64> ids)
{
    QString list = u"["_s;
    for (const qint64 id : ids)
        list += (list.size() > 1 ? u","_s : QString()) + QString::number(id);
    return list + u']';
}

Result<qint64> firstNumber(const Database &database, const QString &sql, const QVariantList &values)
{
    Rows rows = database.query(sql, values);
    const qint64 found = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return found;
}

Result<std::vector<qint64>> allNumbers(const Database &database, const QString &sql, const QVariantList &values)
{
    std::vector<qint64> numbers;
    Rows rows = database.query(sql, values);
    while (rows.next())
        numbers.push_back(rows.integer(0));
    if (rows.error())
        return *rows.error();
    return numbers;
}

} // namespace linterna
