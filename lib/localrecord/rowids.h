// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

#include <span>
#include <vector>

namespace linterna {

//! Rows are numbered from 1 on, one by one: a number beyond this one is nothing that was ever given, and a row that has
//! it is damaged.
inline constexpr qint64 largestRowId = Q_INT64_C(1) << 53;

[[nodiscard]] constexpr bool isRowId(qint64 id)
{
    return id >= 1 && id <= largestRowId;
}

//! For the next row of a table whose numbers are not used again (AUTOINCREMENT): null, so that SQLite gives it; or a
//! number, where a damaged one would have SQLite count on from there, or refuse all further rows.
[[nodiscard]] Result<QVariant> nextRowId(const Database &database, QLatin1StringView table);

//! The number that the next row of such a table gets.
[[nodiscard]] Result<qint64> nextNumber(const Database &database, QLatin1StringView table);

//! Gives the row with this hash, whose id is none that a row is ever given, the next id of its table. For tables whose
//! ids may be used again (texts, answers). Call inside a transaction.
[[nodiscard]] Result<qint64> renumbered(const Database &database, QLatin1StringView table, const QByteArray &hash);

//! The ids as JSON for "IN (SELECT value FROM json_each(?))": one statement for a page, with the same text for all
//! pages.
[[nodiscard]] QString jsonList(std::span<const qint64> ids);
//! The number in the first column of the first row; 0 where there is no row.
[[nodiscard]] Result<qint64> firstNumber(const Database &database, const QString &sql, const QVariantList &values = {});
//! The numbers in the first column of all rows.
[[nodiscard]] Result<std::vector<qint64>> allNumbers(const Database &database, const QString &sql,
                                                     const QVariantList &values = {});

} // namespace linterna
