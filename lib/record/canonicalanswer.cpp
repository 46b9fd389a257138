// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/canonicalanswer.h"

#include "lib/record/canonicalcbor.h"
#include "lib/text/wtf8.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray encodedText(const QString &text)
{
    return canonicalcbor::bytes(wtf8Of(text));
}

QByteArray encodedMoment(const std::optional<QDateTime> &moment)
{
    return moment ? canonicalcbor::integer(moment->toMSecsSinceEpoch()) : canonicalcbor::null();
}

QByteArray encodedStatus(const CaseStatus &status)
{
    QByteArrayList timeline;
    for (const TimelineEntry &entry : status.history)
        timeline << canonicalcbor::array(
            {encodedText(entry.dateText), encodedText(entry.text.en), encodedText(entry.text.es)});
    CanonicalMap map;
    map.add("receipt"_L1, canonicalcbor::bytes(status.receipt.toString().toLatin1()));
    map.add("form_type"_L1, encodedText(status.formType));
    map.add("submitted_date"_L1, encodedText(status.submittedDate));
    map.add("modified_date"_L1, encodedText(status.modifiedDate));
    map.add("title_en"_L1, encodedText(status.title.en));
    map.add("title_es"_L1, encodedText(status.title.es));
    map.add("timeline"_L1, canonicalcbor::array(timeline));
    map.add("message"_L1, encodedText(status.message));
    return map.encoded();
}

QByteArray encodedTls(const TlsProblem &problem)
{
    QByteArrayList names;
    for (const QString &name : problem.names)
        names << encodedText(name);
    CanonicalMap map;
    map.add("problem"_L1, encodedText(tlsProblemName(problem.kind)));
    map.add("date"_L1, encodedMoment(problem.date));
    map.add("names"_L1, canonicalcbor::array(names));
    return map.encoded();
}

QByteArray encodedError(const Error &error)
{
    CanonicalMap map;
    map.add("error"_L1, encodedText(errorCodeName(error.code)));
    map.add("http_status"_L1, canonicalcbor::integer(error.httpStatus));
    map.add("retry_at"_L1, encodedMoment(error.retryAt));
    map.add("server_message"_L1, encodedText(error.serverMessage));
    map.add("detail"_L1, encodedText(error.detail));
    map.add("tls"_L1, error.tls ? encodedTls(*error.tls) : canonicalcbor::null());
    return map.encoded();
}

QByteArray encodedHeaders(const NamedValues &headers)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : headers)
        pairs << canonicalcbor::array({canonicalcbor::bytes(name), canonicalcbor::bytes(value)});
    return canonicalcbor::array(pairs);
}

} // namespace

QByteArray canonicalAnswer(const Result<CaseStatus> &answer)
{
    return answer ? encodedStatus(*answer) : encodedError(answer.error());
}

QByteArray canonicalTranscripts(const std::vector<HttpTranscript> &transcripts, const QByteArray &rawReply)
{
    QByteArrayList all;
    for (const HttpTranscript &transcript : transcripts) {
        CanonicalMap map;
        map.add("method"_L1, canonicalcbor::bytes(transcript.method));
        map.add("url"_L1, canonicalcbor::bytes(transcript.url.toEncoded()));
        map.add("request_headers"_L1, encodedHeaders(transcript.requestHeaders));
        map.add("request_body"_L1, canonicalcbor::bytes(transcript.requestBody));
        map.add("sent_at"_L1,
                transcript.sentAt.isValid() ? canonicalcbor::integer(transcript.sentAt.toMSecsSinceEpoch())
                                            : canonicalcbor::null());
        map.add("took_ms"_L1, canonicalcbor::integer(transcript.took.count()));
        map.add("http_status"_L1, canonicalcbor::integer(transcript.status));
        map.add("reply_headers"_L1, encodedHeaders(transcript.replyHeaders));
        const bool isRawReply = !rawReply.isEmpty() && transcript.replyBody == rawReply;
        map.add("reply_body"_L1, isRawReply ? canonicalcbor::null() : canonicalcbor::bytes(transcript.replyBody));
        map.add("tls"_L1, encodedText(transcript.tlsVersion));
        all << map.encoded();
    }
    return canonicalcbor::array(all);
}

} // namespace linterna
