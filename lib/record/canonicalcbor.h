// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QLatin1StringView>

#include <optional>
#include <vector>

namespace linterna {

//! Deterministic CBOR (RFC 8949, section 4.2.1): the shortest heads, lengths that are said first, the keys of a map in
//! the order of their encoded bytes. The same values always give the same bytes, in whatever program they are written.
namespace canonicalcbor {

[[nodiscard]] QByteArray integer(qint64 value);
[[nodiscard]] QByteArray bytes(QByteArrayView value);
//! ASCII.
[[nodiscard]] QByteArray text(QLatin1StringView value);
[[nodiscard]] QByteArray boolean(bool value);
[[nodiscard]] QByteArray null();
//! An array of values that are encoded already.
[[nodiscard]] QByteArray array(const QByteArrayList &encoded);

} // namespace canonicalcbor

//! A map that is written in deterministic CBOR. Each key at most once.
class CanonicalMap
{
public:
    //! `encoded`: a value as the functions of canonicalcbor give it.
    void add(QLatin1StringView key, QByteArrayView encoded);
    [[nodiscard]] QByteArray encoded() const;

private:
    //! Where a member stands in m_encoded: its key, and its value behind it.
    struct Member {
        qsizetype begin;
        qsizetype keyEnd;
        qsizetype end;
    };
    QByteArray m_encoded;
    std::vector<Member> m_members;
};

//! A value in bytes that are read, which must outlive it.
struct CanonicalValue {
    enum class Kind : unsigned char { Integer, Bytes, Text, Array, Map, Boolean, Null };
    Kind kind = Kind::Null;
    qint64 number = 0;           //!< Integer; Boolean (0 or 1); of an Array, and of a Map, how many members there are.
    QByteArrayView content = {}; //!< Bytes, Text: what they hold. Array, Map: the encoded members.
};

//! Reads a map that CanonicalMap wrote. Strict: bytes that a deterministic encoder would not give are no map at all, so
//! that no two readings of them exist.
class CanonicalReader
{
public:
    //! `encoded` must outlive the reader. Empty where it is no such map: other bytes behind it, a length beyond its end,
    //! containers more than 8 deep, integers beyond 64 bits with a sign, text that is not ASCII.
    [[nodiscard]] static std::optional<CanonicalReader> read(QByteArrayView encoded);

    //! Null where there is no such key.
    [[nodiscard]] const CanonicalValue *value(QLatin1StringView key) const;
    //! Empty where there is no such key, or its value is of another kind.
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QByteArrayView> bytes(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QByteArrayView> text(QLatin1StringView key) const;
    [[nodiscard]] std::optional<bool> boolean(QLatin1StringView key) const;
    [[nodiscard]] bool isNull(QLatin1StringView key) const;
    //! The members of an array.
    [[nodiscard]] std::optional<std::vector<CanonicalValue>> array(QLatin1StringView key) const;
    [[nodiscard]] static std::optional<std::vector<CanonicalValue>> membersOf(const CanonicalValue &array);

private:
    struct Member {
        QByteArrayView key;
        CanonicalValue value;
    };
    std::vector<Member> m_members;
};

} // namespace linterna
