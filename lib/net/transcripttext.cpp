// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/transcripttext.h"

#include "lib/base/log.h"
#include "lib/json/jsonview.h"

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

} // namespace

QByteArray indentedJson(const QByteArray &json)
{
    if (!isStrictJson(json))
        return json;
    QByteArray out;
    qsizetype depth = 0;
    bool inString = false;
    bool opened = false;
    const auto lineBreak = [&] { out += '\n' + QByteArray(2 * depth, ' '); };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (!inString && QByteArrayView(" \t\n\r").contains(c))
            continue;
        const bool opens = !inString && (c == '{' || c == '[');
        const bool closes = !inString && (c == '}' || c == ']');
        depth -= closes;
        if (opened != closes) // nothing stands between the marks of an empty list
            lineBreak();
        out += c;
        depth += opens;
        opened = opens;
        if (inString && c == '\\')
            out += json[++at];
        else if (!inString && c == ':')
            out += ' ';
        else if (!inString && c == ',')
            lineBreak();
        inString ^= c == '"';
    }
    return out;
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
