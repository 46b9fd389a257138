// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/nametable.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Result<std::optional<qint64>> NameTable::find(const QString &word) const
{
    using Found = std::optional<qint64>;
    if (const auto known = m_numbers.constFind(word); known != m_numbers.cend())
        return Found(*known);
    Rows found = m_database->query(u"SELECT id FROM words WHERE word = ?"_s, {word});
    if (!found.next())
        return found.error() ? Result<Found>(*found.error()) : Found();
    m_numbers.insert(word, found.integer(0));
    return Found(found.integer(0));
}

Result<qint64> NameTable::numberOf(const QString &word) const
{
    const auto found = find(word);
    return found ? Result<qint64>(found->value_or(-1)) : found.error();
}

Result<qint64> NameTable::number(const QString &word)
{
    const auto known = find(word);
    if (!known)
        return known.error();
    if (*known) // a damaged number may be anything
        return **known;
    const Rows added = m_database->query(u"INSERT INTO words (word) VALUES (?)"_s, {word});
    if (added.error())
        return *added.error();
    m_numbers.insert(word, added.insertedId());
    return added.insertedId();
}

QString NameTable::word(qint64 number) const
{
    if (const auto known = m_words.constFind(number); known != m_words.cend())
        return *known;
    Rows found = m_database->query(u"SELECT word FROM words WHERE id = ?"_s, {number});
    if (!found.next())
        return {};
    QString word = found.text(0);
    m_words.insert(number, word);
    return word;
}

QByteArray NameTable::bytes(qint64 number) const
{
    if (const auto known = m_bytes.constFind(number); known != m_bytes.cend())
        return *known;
    const QString found = word(number);
    return found.isNull() ? QByteArray() : *m_bytes.insert(number, found.toUtf8());
}

QStringList NameTable::all() const
{
    constexpr int most = 200;
    QStringList words;
    Rows rows = m_database->query(u"SELECT word FROM words LIMIT ?"_s, {most});
    while (rows.next())
        words << rows.text(0);
    return words;
}

void NameTable::forget()
{
    m_bytes.clear();
    m_numbers.clear();
    m_words.clear();
}

} // namespace linterna
