// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <bit>

namespace linterna {

//! Where the text that stands for itself in a JSON string ends: at a quotation mark, a backslash, a control character
//! or the end. Eight bytes at a time: a reply is mostly such text.
inline qsizetype endOfPlain(QByteArrayView text, qsizetype from)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highBits = 0x8080808080808080;
    // Marks the high bit of the first byte that is less than `most` (1 to 128), and perhaps of some behind it.
    const auto lessThan = [](quint64 bytes, quint64 most) { return (bytes - ones * most) & ~bytes & highBits; };
    for (; text.size() - from >= 8; from += 8) {
        const auto bytes = qFromLittleEndian<quint64>(text.data() + from);
        const quint64 marks =
            lessThan(bytes, 0x20) | lessThan(bytes ^ (ones * '"'), 1) | lessThan(bytes ^ (ones * '\\'), 1);
        if (marks != 0)
            return from + std::countr_zero(marks) / 8;
    }
    for (; from < text.size(); ++from) {
        const auto c = static_cast<unsigned char>(text[from]);
        if (c < 0x20 || c == '"' || c == '\\')
            break;
    }
    return from;
}

} // namespace linterna
