// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

#include <QHash>
#include <QStringList>

namespace linterna {

//! The words of the record (connections, key ids, stable names of enums), each stored once and named by a number.
class NameTable
{
public:
    explicit NameTable(std::shared_ptr<Database> database) : m_database(std::move(database)) {}

    //! The number of a word, which is stored where it is new. Call it inside of a transaction, and forget() when that
    //! was rolled back.
    [[nodiscard]] Result<qint64> number(const QString &word);
    //! The number of a word that may never have been stored; -1 then, which no check of it has.
    [[nodiscard]] Result<qint64> numberOf(const QString &word) const;
    //! The word with this number. A null text where there is none, or where it could not be read: the Rows that gave
    //! the number then have that error.
    [[nodiscard]] QString word(qint64 number) const;
    //! The word with this number, in UTF-8.
    [[nodiscard]] QByteArray bytes(qint64 number) const;
    //! All words, or the first of them where there are more than a record ever has.
    [[nodiscard]] QStringList all() const;
    //! Makes this number, for which there is no word, stand for `word` until forget(): a seal says so
    //! (lib/localrecord/checktable.h).
    void believe(qint64 number, const QString &word) const { m_words.insert(number, word); }
    //! Drops what is kept in memory: call after a transaction was rolled back.
    void forget();

private:
    [[nodiscard]] Result<std::optional<qint64>> find(const QString &word) const;

    std::shared_ptr<Database> m_database;
    mutable QHash<QString, qint64> m_numbers;
    mutable QHash<qint64, QString> m_words;
    mutable QHash<qint64, QByteArray> m_bytes;
};

} // namespace linterna
