// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace linterna {

//! Most bytes that a UTF-16 unit takes in UTF-8.
constexpr qsizetype MostUtf8Bytes = 3;

//! Writes the character of `text` at `i` as UTF-8 and moves `i` behind it. What is no text becomes what wellFormed()
//! (lib/text/characters.h) makes of it: NUL and half a surrogate pair U+FFFD, a byte order mark U+2060.
inline char *writeUtf8(char *out, QStringView text, qsizetype &i)
{
    const char16_t unit = text[i++].unicode();
    char32_t c = unit;
    if (QChar::isSurrogate(unit)) {
        const bool whole = QChar::isHighSurrogate(unit) && i < text.size() && text[i].isLowSurrogate();
        c = whole ? QChar::surrogateToUcs4(unit, text[i++].unicode()) : char32_t(QChar::ReplacementCharacter);
    } else if (c == 0) {
        c = QChar::ReplacementCharacter;
    } else if (c == QChar::ByteOrderMark) {
        c = 0x2060;
    }
    if (c < 0x80) {
        *out++ = static_cast<char>(c);
        return out;
    }
    if (c < 0x800) {
        *out++ = static_cast<char>(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        *out++ = static_cast<char>(0xE0 | (c >> 12));
        *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    } else {
        *out++ = static_cast<char>(0xF0 | (c >> 18));
        *out++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    }
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
    return out;
}

//! Makes room for `most` bytes at the end of a buffer that is used again and again, and gives where they begin. Call
//! endOfWriting() afterwards, which shrinks the buffer to what was written; the memory is kept.
inline char *roomAtEnd(QByteArray &bytes, qsizetype most)
{
    const qsizetype before = bytes.size();
    if (bytes.capacity() < before + most)
        bytes.reserve(2 * (before + most)); // grows by doubling
    bytes.resize(before + most);
    return bytes.data() + before;
}

inline void endOfWriting(QByteArray &bytes, const char *end)
{
    bytes.resize(end - bytes.constData());
}

} // namespace linterna
