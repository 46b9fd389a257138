// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsontext.h"

#include <QJsonDocument>

namespace linterna {

namespace {

//! Whether UTF-8 or a line of text would not carry the character unharmed.
bool mustBeEscaped(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i == 0 || !text[i - 1].isHighSurrogate();
    return c < u' ' || c == u'"' || c == u'\\' || (c >= QChar(0x7F) && c < QChar(0xA0)) || c == QChar::ByteOrderMark
        || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QByteArray escapeOf(QChar c)
{
    if (c == u'"' || c == u'\\')
        return QByteArray(1, '\\') + c.toLatin1();
    return c == u'\n' ? "\\n" : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
}

} // namespace

QByteArray jsonBytes(const QJsonObject &object, JsonLayout layout)
{
    return QJsonDocument(object).toJson(layout == JsonLayout::Compact ? QJsonDocument::Compact
                                                                      : QJsonDocument::Indented);
}

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
    m_out += '"';
    qsizetype plain = 0; // where the text begins that is not written yet
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!mustBeEscaped(text, i))
            continue;
        m_out += text.sliced(plain, i - plain).toUtf8() + escapeOf(text[i]);
        plain = i + 1;
    }
    m_out += text.sliced(plain).toUtf8() + '"';
}

void JsonText::bytes(const QByteArray &bytes)
{
    separate();
    m_out += '"';
    m_out += bytes.toBase64();
    m_out += '"';
}

void JsonText::hex(const QByteArray &bytes)
{
    separate();
    m_out += '"';
    m_out += bytes.toHex();
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
