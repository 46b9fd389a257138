// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/transcriptcodec.h"

#include "lib/text/cbortext.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The time of a request. A request that was never sent is stored with 0 as its time: no time, and no day of 1970.
QDateTime momentFrom(qint64 milliseconds)
{
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

constexpr int transcriptVersion = 1;

QCborArray fromNamedValues(const NamedValues &values)
{
    QCborArray array;
    for (const auto &[name, value] : values)
        array.append(QCborArray{name, value});
    return array;
}

NamedValues toNamedValues(const QCborArray &array)
{
    NamedValues values;
    for (const QCborValue pair : array)
        values.emplace_back(pair[0].toByteArray(), pair[1].toByteArray());
    return values;
}

QCborMap fromTranscript(const HttpTranscript &transcript, const QByteArray &rawReply)
{
    const bool kept = transcript.replyBody == rawReply;
    return {{u"method"_s, transcript.method},
            {u"url"_s, transcript.url.toEncoded()},
            {u"request headers"_s, fromNamedValues(transcript.requestHeaders)},
            {u"request body"_s, transcript.requestBody},
            {u"sent"_s, transcript.sentAt.toMSecsSinceEpoch()},
            {u"took"_s, qint64(transcript.took.count())},
            {u"status"_s, transcript.status},
            {u"reply headers"_s, fromNamedValues(transcript.replyHeaders)},
            {u"reply body"_s, kept ? QCborValue(nullptr) : QCborValue(transcript.replyBody)},
            {u"tls"_s, cborFromText(transcript.tlsVersion)}};
}

HttpTranscript toTranscript(const QCborValue &map, const QByteArray &rawReply)
{
    const QCborValue body = map[u"reply body"_s];
    return {.method = map[u"method"_s].toByteArray(),
            .url = QUrl::fromEncoded(map[u"url"_s].toByteArray()),
            .requestHeaders = toNamedValues(map[u"request headers"_s].toArray()),
            .requestBody = map[u"request body"_s].toByteArray(),
            .sentAt = momentFrom(map[u"sent"_s].toInteger()),
            .took = std::chrono::milliseconds(map[u"took"_s].toInteger()),
            .status = static_cast<int>(map[u"status"_s].toInteger()),
            .replyHeaders = toNamedValues(map[u"reply headers"_s].toArray()),
            .replyBody = body.isNull() ? rawReply : body.toByteArray(),
            .tlsVersion = textFromCbor(map[u"tls"_s])};
}

} // namespace

QByteArray encodeTranscripts(const std::vector<HttpTranscript> &transcripts, const QByteArray &rawReply)
{
    if (transcripts.empty())
        return {};
    QCborArray array;
    for (const HttpTranscript &transcript : transcripts)
        array.append(fromTranscript(transcript, rawReply));
    return QCborMap{{u"v"_s, transcriptVersion}, {u"requests"_s, array}}.toCborValue().toCbor();
}

std::optional<std::vector<HttpTranscript>> decodeTranscripts(const QByteArray &bytes, const QByteArray &rawReply)
{
    std::vector<HttpTranscript> transcripts;
    if (bytes.isEmpty())
        return transcripts;
    QCborParserError problem;
    const QCborMap map = QCborValue::fromCbor(bytes, &problem).toMap();
    if (problem.error != QCborError::NoError || map[u"v"_s].toInteger() != transcriptVersion)
        return {};
    for (const QCborValue transcript : map[u"requests"_s].toArray())
        transcripts.push_back(toTranscript(transcript, rawReply));
    return transcripts;
}

} // namespace linterna
