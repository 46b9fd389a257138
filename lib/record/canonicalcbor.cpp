// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/canonicalcbor.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace linterna {

namespace {

//! RFC 8949, section 3.1.
enum class MajorType : unsigned char { Unsigned, Negative, ByteString, TextString, ArrayType, MapType, Tag, Simple };

enum SimpleValue : unsigned char { FalseValue = 20, TrueValue = 21, NullValue = 22 };

constexpr int deepestContainer = 8;

void appendHead(QByteArray &out, MajorType type, quint64 value)
{
    constexpr quint64 largestInHead = 23;
    const auto first = static_cast<unsigned char>(static_cast<unsigned char>(type) << 5);
    char following[8];
    qToBigEndian(value, following);
    const auto with = [&](unsigned char additional, int size) {
        out.append(static_cast<char>(first | additional)).append(following + 8 - size, size);
    };
    if (value <= largestInHead)
        with(static_cast<unsigned char>(value), 0);
    else if (value <= 0xFF)
        with(24, 1);
    else if (value <= 0xFFFF)
        with(25, 2);
    else if (value <= 0xFFFF'FFFF)
        with(26, 4);
    else
        with(27, 8);
}

//! A head with what follows it.
QByteArray item(MajorType type, quint64 number, QByteArrayView content = {})
{
    constexpr qsizetype longestHead = 9;
    QByteArray bytes;
    bytes.reserve(longestHead + content.size());
    appendHead(bytes, type, number);
    return bytes.append(content);
}

//! Reads from the beginning of what is left.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes) : m_left(bytes) {}
    [[nodiscard]] bool atEnd() const { return m_left.isEmpty(); }
    [[nodiscard]] QByteArrayView left() const { return m_left; }

    std::optional<CanonicalValue> value(int depth = 0)
    {
        const auto found = readHead();
        if (!found)
            return {};
        const auto [type, number] = *found;
        const bool fits = number <= quint64(std::numeric_limits<qint64>::max());
        switch (type) {
        case MajorType::Unsigned:
            return fits ? std::optional(CanonicalValue{CanonicalValue::Kind::Integer, qint64(number)}) : std::nullopt;
        case MajorType::Negative:
            return fits ? std::optional(CanonicalValue{CanonicalValue::Kind::Integer, -1 - qint64(number)})
                        : std::nullopt;
        case MajorType::ByteString:
        case MajorType::TextString:
            return string(type, number);
        case MajorType::ArrayType:
        case MajorType::MapType:
            return depth < deepestContainer ? container(type, number, depth) : std::nullopt;
        case MajorType::Simple:
            return simple(number);
        case MajorType::Tag:
            break;
        }
        return {};
    }

private:
    struct Head {
        MajorType type;
        quint64 number;
    };
    std::optional<Head> readHead()
    {
        if (m_left.isEmpty())
            return {};
        const auto first = static_cast<unsigned char>(m_left.front());
        const auto type = static_cast<MajorType>(first >> 5);
        const unsigned additional = first & 0x1F;
        m_left = m_left.sliced(1);
        if (additional <= 23)
            return Head{type, additional};
        if (additional > 27 || type == MajorType::Simple)
            return {};
        const qsizetype size = qsizetype{1} << (additional - 24);
        if (m_left.size() < size)
            return {};
        quint64 number = 0;
        for (qsizetype i = 0; i < size; ++i)
            number = number << 8 | static_cast<unsigned char>(m_left[i]);
        m_left = m_left.sliced(size);
        const quint64 smallest = size == 1 ? 24 : quint64{1} << (size * 4);
        return number >= smallest ? std::optional(Head{type, number}) : std::nullopt; // a shorter head would have done
    }
    std::optional<CanonicalValue> string(MajorType type, quint64 size)
    {
        if (size > quint64(m_left.size()))
            return {};
        const QByteArrayView content = m_left.first(qsizetype(size));
        m_left = m_left.sliced(qsizetype(size));
        if (type == MajorType::TextString && std::ranges::any_of(content, [](char c) { return (c & 0x80) != 0; }))
            return {};
        return CanonicalValue{type == MajorType::ByteString ? CanonicalValue::Kind::Bytes : CanonicalValue::Kind::Text,
                              0, content};
    }
    std::optional<CanonicalValue> container(MajorType type, quint64 count, int depth)
    {
        const QByteArrayView begin = m_left;
        if (count > quint64(m_left.size())) // each member takes a byte at least
            return {};
        QByteArrayView before;
        for (quint64 i = 0; i < count; ++i) {
            if (type == MajorType::MapType) {
                const QByteArrayView keyBegin = m_left;
                const auto key = value(depth + 1);
                if (!key || key->kind != CanonicalValue::Kind::Text)
                    return {};
                const QByteArrayView encodedKey = keyBegin.first(keyBegin.size() - m_left.size());
                if (i > 0 && before.compare(encodedKey) >= 0)
                    return {};
                before = encodedKey;
            }
            if (!value(depth + 1))
                return {};
        }
        return CanonicalValue{type == MajorType::ArrayType ? CanonicalValue::Kind::Array : CanonicalValue::Kind::Map,
                              qint64(count), begin.first(begin.size() - m_left.size())};
    }
    static std::optional<CanonicalValue> simple(quint64 number)
    {
        if (number == NullValue)
            return CanonicalValue{};
        if (number == FalseValue || number == TrueValue)
            return CanonicalValue{CanonicalValue::Kind::Boolean, number == TrueValue};
        return {};
    }

    QByteArrayView m_left;
};

} // namespace

namespace canonicalcbor {

QByteArray integer(qint64 value)
{
    return value >= 0 ? item(MajorType::Unsigned, quint64(value)) : item(MajorType::Negative, quint64(-1 - value));
}

QByteArray bytes(QByteArrayView value)
{
    return item(MajorType::ByteString, quint64(value.size()), value);
}

QByteArray text(QLatin1StringView value)
{
    return item(MajorType::TextString, quint64(value.size()), QByteArrayView(value.data(), value.size()));
}

QByteArray boolean(bool value)
{
    return item(MajorType::Simple, value ? TrueValue : FalseValue);
}

QByteArray null()
{
    return item(MajorType::Simple, NullValue);
}

QByteArray array(const QByteArrayList &encoded)
{
    return item(MajorType::ArrayType, quint64(encoded.size()), encoded.join());
}

} // namespace canonicalcbor

void CanonicalMap::add(QLatin1StringView key, QByteArrayView encoded)
{
    Member member{.begin = m_encoded.size(), .keyEnd = 0, .end = 0};
    appendHead(m_encoded, MajorType::TextString, quint64(key.size()));
    m_encoded.append(key.data(), key.size());
    member.keyEnd = m_encoded.size();
    m_encoded.append(encoded);
    member.end = m_encoded.size();
    m_members.push_back(member);
}

QByteArray CanonicalMap::encoded() const
{
    std::vector<Member> sorted = m_members;
    const QByteArrayView all = m_encoded;
    std::ranges::sort(sorted, [all](const Member &one, const Member &other) {
        return all.sliced(one.begin, one.keyEnd - one.begin) < all.sliced(other.begin, other.keyEnd - other.begin);
    });
    constexpr qsizetype longestHead = 9;
    QByteArray map;
    map.reserve(m_encoded.size() + longestHead);
    appendHead(map, MajorType::MapType, m_members.size());
    for (const Member &member : sorted)
        map.append(all.sliced(member.begin, member.end - member.begin));
    return map;
}

std::optional<CanonicalReader> CanonicalReader::read(QByteArrayView encoded)
{
    Cursor cursor(encoded);
    const auto map = cursor.value();
    if (!map || map->kind != CanonicalValue::Kind::Map || !cursor.atEnd())
        return {};
    CanonicalReader reader;
    reader.m_members.reserve(std::size_t(map->number));
    Cursor members(map->content);
    for (qint64 i = 0; i < map->number; ++i) {
        const auto key = members.value();
        const auto value = members.value();
        if (!key || !value)
            return {};
        reader.m_members.push_back({key->content, *value});
    }
    return reader;
}

const CanonicalValue *CanonicalReader::value(QLatin1StringView key) const
{
    const QByteArrayView wanted(key.data(), key.size());
    const auto found = std::ranges::find(m_members, wanted, &Member::key);
    return found == m_members.end() ? nullptr : &found->value;
}

std::optional<qint64> CanonicalReader::integer(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found && found->kind == CanonicalValue::Kind::Integer ? std::optional(found->number) : std::nullopt;
}

std::optional<QByteArrayView> CanonicalReader::bytes(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found && found->kind == CanonicalValue::Kind::Bytes ? std::optional(found->content) : std::nullopt;
}

std::optional<QByteArrayView> CanonicalReader::text(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found && found->kind == CanonicalValue::Kind::Text ? std::optional(found->content) : std::nullopt;
}

std::optional<bool> CanonicalReader::boolean(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found && found->kind == CanonicalValue::Kind::Boolean ? std::optional(found->number != 0) : std::nullopt;
}

bool CanonicalReader::isNull(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found && found->kind == CanonicalValue::Kind::Null;
}

std::optional<std::vector<CanonicalValue>> CanonicalReader::array(QLatin1StringView key) const
{
    const CanonicalValue *found = value(key);
    return found ? membersOf(*found) : std::nullopt;
}

std::optional<std::vector<CanonicalValue>> CanonicalReader::membersOf(const CanonicalValue &array)
{
    if (array.kind != CanonicalValue::Kind::Array)
        return {};
    std::vector<CanonicalValue> members;
    members.reserve(std::size_t(array.number));
    Cursor cursor(array.content);
    for (qint64 i = 0; i < array.number; ++i) {
        const auto member = cursor.value();
        if (!member)
            return {};
        members.push_back(*member);
    }
    return members;
}

} // namespace linterna
