// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsontext.h"

#include "lib/text/utf8text.h"

namespace linterna {

namespace {

//! "\u000a"
constexpr qsizetype escapeLength = 6;

char *writeEscape(char *out, char16_t unit)
{
    constexpr char digits[] = "0123456789abcdef";
    *out++ = '\\';
    *out++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *out++ = digits[(unit >> shift) & 0xF];
    return out;
}

char *writeAscii(char *out, char c)
{
    switch (c) {
    case '"':
    case '\\':
        *out++ = '\\';
        *out++ = c;
        return out;
    case '\n':
        *out++ = '\\';
        *out++ = 'n';
        return out;
    default:
        break;
    }
    if (c < 0x20 || c == 0x7F)
        return writeEscape(out, static_cast<char16_t>(c));
    *out++ = c;
    return out;
}

//! Whether UTF-8 or a line of text would not carry the character unharmed.
bool mustBeEscaped(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
    return c.isLowSurrogate() || c == QChar::ByteOrderMark || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator || (c.unicode() >= 0x80 && c.unicode() < 0xA0);
}

} // namespace

void JsonText::separate()
{
    if (m_follows)
        m_out += ',';
    m_follows = true;
}

void JsonText::begin(char bracket)
{
    separate();
    m_out += bracket;
    m_follows = false;
}

void JsonText::end(char bracket)
{
    m_out += bracket;
    m_follows = true;
}

void JsonText::key(QLatin1StringView name)
{
    separate();
    m_out += '"';
    m_out.append(name.data(), name.size()); // ours: nothing to escape
    m_out += "\":";
    m_follows = false;
}

void JsonText::text(QStringView text)
{
    separate();
    char *out = roomAtEnd(m_out, escapeLength * text.size() + 2);
    *out++ = '"';
    for (qsizetype i = 0; i < text.size();) {
        const char16_t c = text[i].unicode();
        if (c < 0x80)
            out = writeAscii(out, static_cast<char>(text[i++].unicode()));
        else if (mustBeEscaped(text, i))
            out = writeEscape(out, text[i++].unicode());
        else
            out = writeUtf8(out, text, i);
    }
    *out++ = '"';
    endOfWriting(m_out, out);
}

void JsonText::bytes(const QByteArray &bytes)
{
    separate();
    m_out += '"';
    m_out += bytes.toBase64();
    m_out += '"';
}

void JsonText::number(qint64 number)
{
    separate();
    m_out += QByteArray::number(number);
}

void JsonText::truth(bool truth)
{
    separate();
    m_out += truth ? "true" : "false";
}

void JsonText::null()
{
    separate();
    m_out += "null";
}

void JsonText::texts(const QStringList &texts)
{
    beginArray();
    for (const QString &each : texts)
        text(each);
    endArray();
}

} // namespace linterna
