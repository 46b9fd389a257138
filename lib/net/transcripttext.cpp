// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/transcripttext.h"

#include "lib/base/log.h"
#include "lib/json/strictjson.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! How many bytes the character takes that begins `bytes`; 0 where none does.
qsizetype characterLength(QByteArrayView bytes)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(4, bytes.size()); ++length) {
        if (bytes.first(length).isValidUtf8())
            return length;
    }
    return 0;
}

//! A byte order mark in front would be lost on the way from UTF-8.
char32_t character(QByteArrayView bytes)
{
    return bytes == QByteArrayView("\xEF\xBB\xBF") ? U'\uFEFF' : char32_t(QString::fromUtf8(bytes).toUcs4().value(0));
}

//! Plain text of what may be anything: line breaks stay, and whatever else hides or turns characters is written out.
QString harmlessHeader(QByteArrayView bytes)
{
    QString out;
    while (!bytes.isEmpty()) {
        const qsizetype length = characterLength(bytes);
        const char32_t c = length > 0 ? character(bytes.first(length)) : static_cast<uchar>(bytes.front());
        bytes = bytes.sliced(std::max<qsizetype>(1, length));
        const auto category = QChar::category(c);
        const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        if (length == 0)
            out += u"\\x{%1}"_s.arg(uint(c), 0, 16);
        else if (hidden && c != u'\n' && c != u'\t')
            out += u"\\u{%1}"_s.arg(uint(c), 0, 16);
        else
            out += QChar::fromUcs4(c);
    }
    return out;
}

QString inOneLine(const QByteArray &bytes)
{
    return harmlessHeader(bytes).replace(u'\n', "\\n"_L1);
}

QString withBody(QString head, const NamedValues &headers, const QByteArray &body)
{
    for (const auto &[name, value] : headers)
        head += u'\n' + inOneLine(name) + ": "_L1 + inOneLine(value);
    if (!body.isEmpty()) {
        QByteArray lines = indentedJson(body);
        lines.replace("\r\n", "\n");
        head += "\n\n"_L1 + harmlessHeader(lines);
    }
    return head;
}

QString shownUrl(const QString &text, ReceiptNumbers receipts)
{
    return receipts == ReceiptNumbers::Masked ? maskReceiptNumbers(text) : text;
}

//! Copies strict JSON and puts line breaks and indentation where they belong. Does not recurse.
class Indenter
{
public:
    QByteArray indented(QByteArrayView json)
    {
        for (m_at = 0; m_at < json.size(); ++m_at) {
            const char c = json[m_at];
            if (c == '"')
                copyString(json);
            else if (c == '{' || c == '[')
                open(json, c);
            else if (c == '}' || c == ']')
                close(c);
            else if (c == ',')
                m_out += c, lineBreak();
            else if (c == ':')
                m_out += ": ";
            else if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                m_out += c;
        }
        return m_out;
    }

private:
    void copyString(QByteArrayView json)
    {
        do {
            if (json[m_at] == '\\')
                m_out += json[m_at++];
            m_out += json[m_at++];
        } while (json[m_at] != '"');
        m_out += '"';
    }
    void open(QByteArrayView json, char c)
    {
        m_out += c;
        qsizetype next = m_at + 1;
        while (next < json.size() && QByteArrayView(" \t\n\r").contains(json[next]))
            ++next;
        if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
            m_out += json[next];
            m_at = next;
            return;
        }
        ++m_depth;
        lineBreak();
    }
    void close(char c)
    {
        --m_depth;
        lineBreak();
        m_out += c;
    }
    void lineBreak() { m_out += '\n' + QByteArray(2 * m_depth, ' '); }

    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
};

} // namespace

QByteArray indentedJson(const QByteArray &json)
{
    return isStrictJson(json) ? Indenter().indented(json) : json;
}

QString requestText(const HttpTranscript &transcript, ReceiptNumbers receipts)
{
    const QString head =
        u"%1 %2"_s.arg(QString::fromLatin1(transcript.method), transcript.url.toString(QUrl::FullyEncoded));
    return shownUrl(withBody(head, transcript.requestHeaders, transcript.requestBody), receipts);
}

QString replyText(const HttpTranscript &transcript, ReceiptNumbers receipts)
{
    if (transcript.status == 0)
        return {};
    const QString head = u"HTTP %1"_s.arg(transcript.status);
    return shownUrl(withBody(head, transcript.replyHeaders, transcript.replyBody), receipts);
}

} // namespace linterna
