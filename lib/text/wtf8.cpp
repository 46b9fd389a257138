// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/wtf8.h"

namespace linterna {

namespace {

constexpr QByteArrayView utf8ByteOrderMark("\xEF\xBB\xBF");

//! Whether three bytes of a lone surrogate (ED A0 80 to ED BF BF) stand here.
bool isSurrogateAt(QByteArrayView bytes, qsizetype at)
{
    constexpr unsigned char lead = 0xED;
    const auto byte = [&](qsizetype offset) { return static_cast<unsigned char>(bytes[at + offset]); };
    return at + 2 < bytes.size() && byte(0) == lead && byte(1) >= 0xA0 && byte(1) <= 0xBF && byte(2) >= 0x80
        && byte(2) <= 0xBF;
}

//! Whether a high surrogate stands here with its low one behind it. Such a pair is a character, and has four bytes.
bool isPairAt(QByteArrayView bytes, qsizetype at)
{
    const auto isLow = [&](qsizetype position) { return static_cast<unsigned char>(bytes[position + 1]) >= 0xB0; };
    return isSurrogateAt(bytes, at) && isSurrogateAt(bytes, at + 3) && !isLow(at) && isLow(at + 3);
}

void appendUtf8(QString &text, QByteArrayView bytes)
{
    for (; bytes.startsWith(utf8ByteOrderMark); bytes = bytes.sliced(utf8ByteOrderMark.size()))
        text += QChar(QChar::ByteOrderMark); // fromUtf8() takes a leading one away
    text += QString::fromUtf8(bytes);
}

} // namespace

QByteArray wtf8Of(const QString &text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate()) {
            bytes += text.mid(i++, 2).toUtf8();
        } else if (QChar::isSurrogate(unit)) {
            bytes += static_cast<char>(0xE0 | (unit >> 12));
            bytes += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
            bytes += static_cast<char>(0x80 | (unit & 0x3F));
        } else {
            bytes += text.mid(i, 1).toUtf8();
        }
    }
    return bytes;
}

QString textOfWtf8(QByteArrayView bytes)
{
    QString text;
    qsizetype from = 0;
    for (qsizetype at = bytes.indexOf('\xED'); at >= 0; at = bytes.indexOf('\xED', at + 1)) {
        if (!isSurrogateAt(bytes, at) || isPairAt(bytes, at))
            continue;
        appendUtf8(text, bytes.sliced(from, at - from));
        text += QChar(static_cast<char16_t>(0xD000 | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)));
        from = at + 3;
    }
    appendUtf8(text, bytes.sliced(from));
    return text;
}

std::optional<QString> strictTextOfWtf8(QByteArrayView bytes)
{
    QString text = textOfWtf8(bytes);
    return wtf8Of(text) == bytes ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace linterna
