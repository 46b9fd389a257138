// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/checkjson.h"

#include "lib/json/jsontext.h"
#include "lib/record/storednames.h"
#include "lib/text/isomoment.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

void writeTimeline(JsonText &json, const std::vector<TimelineEntry> &history)
{
    json.key("timeline"_L1);
    json.beginArray();
    for (const TimelineEntry &entry : history) {
        json.beginObject();
        json.member("date"_L1, entry.date ? entry.date->toString(Qt::ISODate) : QString());
        json.member("date_sent"_L1, entry.dateText);
        json.member("text_en"_L1, entry.text.en);
        json.member("text_es"_L1, entry.text.es);
        json.endObject();
    }
    json.endArray();
}

void writeMended(JsonText &json, const CaseStatus &status)
{
    json.key("repaired"_L1);
    json.truth(status.repaired);
    json.key("mended"_L1);
    json.beginArray();
    for (const MendedField &field : status.mended) {
        json.beginObject();
        json.member("field"_L1, field.name);
        json.member("quotes"_L1, field.quotes);
        json.endObject();
    }
    json.endArray();
}

void writeAnswer(JsonText &json, const CaseStatus &status)
{
    json.key("answer"_L1);
    json.beginObject();
    json.member("form_type"_L1, status.formType);
    json.member("submitted_date"_L1, status.submittedDate);
    json.member("modified_date"_L1, status.modifiedDate);
    json.member("title_en"_L1, status.title.en);
    json.member("title_es"_L1, status.title.es);
    json.member("description_en"_L1, status.description.en);
    json.member("description_es"_L1, status.description.es);
    writeTimeline(json, status.history);
    json.member("message"_L1, status.message);
    writeMended(json, status);
    json.endObject();
}

void writeTls(JsonText &json, const std::optional<TlsProblem> &problem)
{
    json.key("tls"_L1);
    if (!problem)
        return json.null();
    json.beginObject();
    json.member("problem"_L1, tlsProblemName(problem->kind));
    json.member("date"_L1, problem->date ? isoMomentWithMs(*problem->date) : QString());
    json.key("names"_L1);
    json.texts(problem->names);
    json.endObject();
}

void writeError(JsonText &json, const Error &error)
{
    json.key("error"_L1);
    json.beginObject();
    json.member("http_status"_L1, error.httpStatus);
    json.member("retry_at"_L1, error.retryAt ? isoMomentWithMs(*error.retryAt) : QString());
    json.member("server_message"_L1, error.serverMessage);
    json.member("detail"_L1, error.detail);
    writeTls(json, error.tls);
    json.endObject();
}

void writeHeaders(JsonText &json, QLatin1StringView name, const NamedValues &headers)
{
    json.key(name);
    json.beginArray();
    for (const auto &[header, value] : headers) {
        json.beginArray();
        json.text(QString::fromLatin1(header));
        json.text(QString::fromLatin1(value));
        json.endArray();
    }
    json.endArray();
}

void writeRequest(JsonText &json, const HttpTranscript &request, const QByteArray &rawReply)
{
    json.beginObject();
    json.member("method"_L1, QString::fromLatin1(request.method));
    json.member("url"_L1, QString::fromLatin1(request.url.toEncoded()));
    writeHeaders(json, "headers"_L1, request.requestHeaders);
    json.key("body"_L1);
    json.bytes(request.requestBody);
    json.member("sent_at"_L1, isoMomentWithMs(request.sentAt));
    json.key("took_ms"_L1);
    json.number(request.took.count());
    json.member("http_status"_L1, request.status);
    writeHeaders(json, "reply_headers"_L1, request.replyHeaders);
    if (request.replyBody != rawReply) {
        json.key("reply_body"_L1);
        json.bytes(request.replyBody);
    }
    json.member("tls"_L1, request.tlsVersion);
    json.endObject();
}

void writeReplies(JsonText &json, const CheckOutcome &outcome)
{
    json.key("raw_reply"_L1);
    json.bytes(outcome.rawReply);
    json.key("requests"_L1);
    json.beginArray();
    for (const HttpTranscript &request : outcome.transcripts)
        writeRequest(json, request, outcome.rawReply);
    json.endArray();
}

void writeCase(JsonText &json, const CaseDetails &details)
{
    if (details == CaseDetails())
        return;
    json.key("case"_L1);
    json.beginObject();
    json.member("client"_L1, details.client);
    json.member("note"_L1, details.note);
    json.key("tags"_L1);
    json.texts(details.tags);
    json.key("on_hold"_L1);
    json.truth(details.onHold);
    for (const auto &[name, text] :
         {std::pair("file_number"_L1, details.fileNumber), std::pair("owner"_L1, details.owner),
          std::pair("next_step"_L1, details.nextStep)}) {
        if (!text.isEmpty())
            json.member(name, text);
    }
    if (details.dueDate.isValid())
        json.member("due_date"_L1, details.dueDate.toString(Qt::ISODate));
    json.endObject();
}

void writeOutcome(JsonText &json, const CheckOutcome &outcome)
{
    json.member("receipt_number"_L1, outcome.receipt.toString());
    json.member("connection"_L1, outcome.connection);
    json.member("asked_by"_L1, askedByName(outcome.askedBy));
    json.member("http_status"_L1, outcome.httpStatus);
    json.member("outcome"_L1, outcomeName(outcome.result));
    if (outcome.result)
        writeAnswer(json, *outcome.result);
    else
        writeError(json, outcome.result.error());
    writeReplies(json, outcome);
}

} // namespace

void appendCheckJson(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome)
{
    JsonText json(out);
    json.beginObject();
    json.member("linterna_check"_L1, 1);
    json.member("checked_at"_L1, isoMomentWithMs(outcome ? outcome->checkedAt : row.checkedAt));
    if (outcome) {
        writeOutcome(json, *outcome);
    } else {
        json.member("connection"_L1, row.connection);
        json.member("outcome"_L1, u"lost"_s);
    }
    writeCase(json, row.details);
    if (outcome && !outcome->uuid.isEmpty())
        json.hexMember("event"_L1, outcome->uuid);
    json.endObject();
}

} // namespace linterna
