// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/replycharset.h"

#include "lib/text/characters.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ByteOrderMark {
    QByteArrayView bytes;
    const char *charset;
};

//! Byte order marks, the longer ones first: that of UTF-32 begins like that of UTF-16.
constexpr std::array byteOrderMarks{ByteOrderMark{QByteArrayView("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
                                    ByteOrderMark{QByteArrayView("\xFF\xFE\x00\x00", 4), "UTF-32LE"},
                                    ByteOrderMark{"\xEF\xBB\xBF", "UTF-8"}, ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
                                    ByteOrderMark{"\xFF\xFE", "UTF-16LE"}};

//! The first bytes of compressed data: gzip, zstd.
constexpr std::array packedStarts{QByteArrayView("\x1F\x8B"), QByteArrayView("\x28\xB5\x2F\xFD")};

QByteArray firstMatch(const QRegularExpression &pattern, QByteArrayView text)
{
    return pattern.match(QString::fromLatin1(text)).captured(1).toLatin1();
}

//! The charset in Content-Type, as RFC 9110 and many servers write it.
QByteArray charsetOfHeader(const QByteArray &contentType)
{
    static const QRegularExpression parameter(u";\\s*charset\\s*=\\s*[\"']?\\s*([^\\s;\"',]+)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return firstMatch(parameter, contentType);
}

//! The charset in the first line of XML, or in the head of HTML. One of two bytes a character cannot be meant: then the
//! label itself could not be read.
QByteArray charsetOfMarkup(const QByteArray &body)
{
    static const QRegularExpression xml(u"\\A\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([^\"'>]+)"_s);
    static const QRegularExpression html(u"<meta[^>]*\\bcharset\\s*=\\s*[\"']?\\s*([^\\s\"'>/;]+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QByteArrayView head = QByteArrayView(body).first(std::min<qsizetype>(1024, body.size()));
    if (!head.trimmed().startsWith('<'))
        return {};
    QByteArray said = firstMatch(xml, head);
    if (said.isEmpty())
        said = firstMatch(html, head);
    return said.toLower().startsWith("utf-16") ? QByteArray("UTF-8") : said;
}

//! The name by which the decoder knows a charset.
QByteArray webName(const QByteArray &charset)
{
    static constexpr std::array western{"iso-8859-1"_L1, "iso8859-1"_L1, "iso_8859-1"_L1, "latin1"_L1,
                                        "us-ascii"_L1,   "ascii"_L1,     "cp1252"_L1};
    const QString lower = QString::fromLatin1(charset).toLower();
    return std::ranges::find(western, lower) != western.end() ? QByteArray("windows-1252") : charset;
}

DecodedBody undecodable(const QString &problem, bool isSearchable)
{
    return {.problem = problem, .isSearchable = isSearchable};
}

bool isPacked(const HttpReply &reply)
{
    const auto isPlain = [](const QByteArray &coding) {
        const QByteArray word = coding.trimmed().toLower();
        return word.isEmpty() || word == "identity" || word == "chunked";
    };
    for (const char *field : {"content-encoding", "transfer-encoding"}) {
        const QList<QByteArray> codings = reply.header(field).split(',');
        if (!std::ranges::all_of(codings, isPlain))
            return true;
    }
    return std::ranges::any_of(packedStarts, [&](QByteArrayView start) { return reply.body.startsWith(start); });
}

DecodedBody decoded(QByteArrayView bytes, const QByteArray &charset)
{
    const QString label = oneLine(QString::fromLatin1(charset), 40);
    QStringDecoder decoder(charset.constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid() || charset.contains('\0'))
        return undecodable(u"the reply is in the character encoding %1, which is not known here"_s.arg(label), false);
    const bool isUnicode = charset.toUpper().startsWith("UTF") && charset.toUpper() != "UTF-7";
    if (isUnicode && bytes.isValidUtf8() && charset.toUpper().remove(3, 1) == "UTF8")
        return {.text = bytes.toByteArray()};
    const QString text = decoder.decode(bytes);
    const qsizetype unit = charset.contains("32") ? 4 : isUnicode && charset.contains("16") ? 2 : 1;
    // Other decoders put a replacement character or a control character where a byte means nothing.
    const auto isNone = [](QChar c) { return c == QChar::ReplacementCharacter || (c >= u'\x7F' && c <= u'\x9F'); };
    if (decoder.hasError() || bytes.size() % unit != 0 || !text.isValidUtf16()
        || (!isUnicode && std::ranges::any_of(text, isNone)))
        return undecodable(u"the reply is not the %1 that it should be"_s.arg(label), true);
    return {.text = text.toUtf8()};
}

} // namespace

DecodedBody decodedBody(const HttpReply &reply)
{
    if (reply.body.isEmpty())
        return {};
    if (isPacked(reply))
        return undecodable(u"the reply is compressed although that was not asked for"_s, false);
    const auto *mark = std::ranges::find_if(
        byteOrderMarks, [&](const ByteOrderMark &each) { return reply.body.startsWith(each.bytes); });
    if (mark != byteOrderMarks.end())
        return decoded(QByteArrayView(reply.body).sliced(mark->bytes.size()), mark->charset);
    QByteArray charset = charsetOfHeader(reply.header("content-type"));
    if (charset.isEmpty())
        charset = charsetOfMarkup(reply.body);
    return decoded(reply.body, charset.isEmpty() ? QByteArray("UTF-8") : webName(charset));
}

} // namespace linterna
