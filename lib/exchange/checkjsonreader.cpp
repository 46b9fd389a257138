// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/checkjson.h"
#include "lib/json/jsonmembers.h"
#include "lib/record/storednames.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int checkLineVersion = 1;

CaseStatus readAnswer(const ReceiptNumber &receipt, JsonMembers answer)
{
    CaseStatus status{.receipt = receipt};
    status.formType = answer.text("form_type"_L1);
    status.submittedDate = answer.text("submitted_date"_L1);
    status.modifiedDate = answer.text("modified_date"_L1);
    status.title = {answer.text("title_en"_L1), answer.text("title_es"_L1)};
    status.description = {answer.text("description_en"_L1), answer.text("description_es"_L1)};
    status.history = answer.objects("timeline"_L1, [](JsonMembers &entry) {
        return TimelineEntry{.dateText = entry.text("date_sent"_L1),
                             .date = entry.maybeDate("date"_L1),
                             .text = {entry.text("text_en"_L1), entry.text("text_es"_L1)}};
    });
    status.message = answer.text("message"_L1);
    status.repaired = answer.truth("repaired"_L1);
    status.mended = answer.objects("mended"_L1, [](JsonMembers &field) {
        return MendedField{.name = field.text("field"_L1), .quotes = field.integer("quotes"_L1)};
    });
    return status;
}

Error readError(ErrorCode code, JsonMembers error)
{
    Error read{.code = code,
               .httpStatus = error.integer("http_status"_L1),
               .retryAt = error.maybeMoment("retry_at"_L1),
               .serverMessage = error.text("server_message"_L1),
               .detail = error.text("detail"_L1)};
    if (error.isNull("tls"_L1))
        return read;
    JsonMembers tls = error.object("tls"_L1);
    read.tls = TlsProblem{.kind = tlsProblemFromName(tls.text("problem"_L1)),
                          .date = tls.maybeMoment("date"_L1),
                          .names = tls.texts("names"_L1)};
    return read;
}

HttpTranscript readRequest(JsonMembers &request, const QByteArray &rawReply)
{
    return {.method = request.latin1("method"_L1),
            .url = QUrl::fromEncoded(request.latin1("url"_L1)),
            .requestHeaders = request.namedValues("headers"_L1),
            .requestBody = request.bytes("body"_L1),
            .sentAt = request.moment("sent_at"_L1),
            .took = std::chrono::milliseconds(request.number("took_ms"_L1, std::numeric_limits<qint64>::max())),
            .status = request.integer("http_status"_L1),
            .replyHeaders = request.namedValues("reply_headers"_L1),
            .replyBody = request.has("reply_body"_L1) ? request.bytes("reply_body"_L1) : rawReply,
            .tlsVersion = request.text("tls"_L1)};
}

CaseDetails readCase(JsonMembers details)
{
    const auto textIfAny = [&details](QLatin1StringView name) {
        return details.has(name) ? details.text(name) : QString();
    };
    CaseDetails read{.client = details.text("client"_L1),
                     .fileNumber = textIfAny("file_number"_L1),
                     .note = details.text("note"_L1),
                     .tags = details.texts("tags"_L1),
                     .onHold = details.truth("on_hold"_L1),
                     .owner = textIfAny("owner"_L1),
                     .nextStep = textIfAny("next_step"_L1),
                     .dueDate = QDate::fromString(textIfAny("due_date"_L1), Qt::ISODate)};
    if (details.has("due_date"_L1) && !read.dueDate.isValid())
        details.complain("due_date"_L1, 0);
    const std::pair<QLatin1StringView, const QString *> lines[] = {{"client"_L1, &read.client},
                                                                   {"file_number"_L1, &read.fileNumber},
                                                                   {"owner"_L1, &read.owner},
                                                                   {"next_step"_L1, &read.nextStep}};
    for (const auto &[name, text] : lines) {
        if (text->size() > CaseDetails::LongestClient)
            details.complain(name, 0);
    }
    if (read.note.size() > CaseDetails::LongestNote)
        details.complain("note"_L1, 0);
    const bool tooLong =
        std::ranges::any_of(read.tags, [](const QString &tag) { return tag.size() > CaseDetails::LongestTag; });
    if (tooLong || read.tags.size() > CaseDetails::MostTags)
        details.complain("tags"_L1, 0);
    return read;
}

Result<CaseStatus> readResult(const ReceiptNumber &receipt, JsonMembers &check)
{
    const QString outcome = check.text("outcome"_L1);
    if (outcome == u"ok")
        return readAnswer(receipt, check.object("answer"_L1));
    const auto code = errorCodeFromName(outcome);
    return readError(code ? *code : check.complain("outcome"_L1, ErrorCode::Server), check.object("error"_L1));
}

AskedBy readAskedBy(JsonMembers &check)
{
    const QString name = check.text("asked_by"_L1);
    const AskedBy askedBy = askedByFromName(name);
    return askedByName(askedBy) == name ? askedBy : check.complain("asked_by"_L1, askedBy);
}

CheckOutcome readOutcome(const ReceiptNumber &receipt, JsonMembers &check)
{
    CheckOutcome outcome{.receipt = receipt,
                         .connection = check.text("connection"_L1),
                         .askedBy = readAskedBy(check),
                         .checkedAt = check.moment("checked_at"_L1),
                         .result = readResult(receipt, check),
                         .httpStatus = check.integer("http_status"_L1),
                         .rawReply = check.bytes("raw_reply"_L1)};
    if (!outcome.checkedAt.isValid())
        check.complain("checked_at"_L1, 0);
    outcome.transcripts = check.objects(
        "requests"_L1, [&outcome](JsonMembers &request) { return readRequest(request, outcome.rawReply); });
    return outcome;
}

} // namespace

std::variant<ReadCheck, JsonLineProblem> readCheckJson(const JsonView &line)
{
    using Kind = JsonLineProblem::Kind;
    const qint64 version = line.value("linterna_check"_L1).toInteger().value_or(0);
    if (version != checkLineVersion)
        return JsonLineProblem{version > checkLineVersion ? Kind::Newer : Kind::NotOurs};
    QString wrong;
    JsonMembers check(line, {}, wrong);
    if (check.text("outcome"_L1) == u"lost")
        return ReadCheck();
    const auto receipt = ReceiptNumber::fromText(check.text("receipt_number"_L1));
    if (!receipt)
        return JsonLineProblem{Kind::Value, u"receipt_number"_s};
    ImportedCheck read{.outcome = readOutcome(*receipt, check)};
    if (check.has("case"_L1))
        read.details = readCase(check.object("case"_L1));
    if (check.has("event"_L1))
        read.outcome.uuid = check.hex("event"_L1, UuidBytes);
    if (!wrong.isEmpty())
        return JsonLineProblem{Kind::Value, wrong};
    return ReadCheck(std::move(read));
}

} // namespace linterna
