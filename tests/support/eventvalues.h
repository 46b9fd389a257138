// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/eventcontent.h"
#include "lib/record/storednames.h"
#include "tests/support/eventvectors.h"
#include "tests/support/outcomes.h"

//! What the vectors say, as the program's own values.
namespace linterna::test {

inline std::optional<QDateTime> momentOf(const QJsonValue &value)
{
    return value.isNull() ? std::nullopt : std::optional(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC));
}

inline CheckContent checkOf(const QJsonValue &map)
{
    return {.receipt = receiptOf(map[u"receipt"].toString()),
            .checkedAt = map[u"checked_at"].toInteger(),
            .connection = map[u"connection"].toString(),
            .askedBy = askedByFromName(map[u"asked_by"].toString()),
            .httpStatus = map[u"http_status"].toInt(),
            .error = errorCodeFromName(map[u"outcome"].toString()),
            .answer = bytesOf(map[u"answer"]),
            .descriptionEn = bytesOf(map[u"description_en"]),
            .descriptionEs = bytesOf(map[u"description_es"]),
            .rawReply = bytesOf(map[u"raw_reply"]),
            .transcripts = bytesOf(map[u"transcripts"])};
}

inline QByteArrayList replacedIn(const QJsonValue &map)
{
    const QJsonValue replaced = map[u"replaces"];
    if (replaced.isNull())
        return {};
    QByteArrayList uuids;
    for (const QJsonValue one : replaced.isArray() ? replaced.toArray() : QJsonArray{replaced})
        uuids << bytesOf(one);
    return uuids;
}

inline EditContent editOf(const QJsonValue &map)
{
    const QString field = map[u"field"][u"word"].toString();
    const QJsonValue value = map[u"value"];
    EditContent edit{.receipt = receiptOf(map[u"receipt"].toString()),
                     .field = caseFieldFromName(field.toLatin1()).value(),
                     .replaces = replacedIn(map)};
    if (field == "tags"_L1)
        edit.value.tags = value.toVariant().toStringList();
    else if (field == "on_hold"_L1)
        edit.value.onHold = value.toBool();
    else if (field == "due_date"_L1)
        edit.value.dueDate = QDate::fromString(value.toString(), Qt::ISODate);
    else
        (field == "client"_L1            ? edit.value.client
             : field == "file_number"_L1 ? edit.value.fileNumber
             : field == "note"_L1        ? edit.value.note
             : field == "owner"_L1       ? edit.value.owner
                                         : edit.value.nextStep) = value.toString();
    return edit;
}

inline EventContent contentOf(const QString &kind, const QJsonValue &map)
{
    if (kind == eventkind::check)
        return checkOf(map);
    if (kind == eventkind::edit)
        return editOf(map);
    if (kind == eventkind::restored)
        return RestoredContent{bytesOf(map[u"deletion"])};
    if (kind == eventkind::damaged)
        return DamagedContent{map[u"checked_at"].toInteger(), bytesOf(map[u"raw"])};
    if (kind == eventkind::filters) {
        FiltersContent content{.replaces = replacedIn(map)};
        for (const QJsonValue filter : map[u"filters"].toArray())
            content.filters << bytesOf(filter);
        return content;
    }
    if (kind == eventkind::desk) {
        DeskContent content{.program = map[u"program"].toString()};
        if (const QJsonValue old = map[u"continues"]; old.isArray())
            content.continues =
                EventHead{.desk = bytesOf(old[0]), .number = old[1].toInteger(), .link = bytesOf(old[2])};
        return content;
    }
    TargetsContent content;
    for (const QJsonValue range : map[u"targets"].toArray())
        content.targets.push_back({bytesOf(range[0]), range[1].toInteger(), range[2].toInteger()});
    return content;
}

inline EventOrigin originOf(const QJsonValue &map)
{
    const QJsonValue takenOver = map[u"taken_over"];
    return {.uuid = bytesOf(map[u"uuid"]),
            .person = map[u"person"].toString(),
            .takenOver = takenOver.isUndefined() ? std::nullopt : std::optional(takenOver.toInteger())};
}

inline CaseStatus statusOf(const QJsonValue &map)
{
    CaseStatus status{.receipt = receiptOf(map[u"receipt"].toString()),
                      .formType = map[u"form_type"].toString(),
                      .submittedDate = map[u"submitted_date"].toString(),
                      .modifiedDate = map[u"modified_date"].toString(),
                      .title = {map[u"title_en"].toString(), map[u"title_es"].toString()},
                      .message = map[u"message"].toString()};
    for (const QJsonValue entry : map[u"timeline"].toArray())
        status.history.push_back(
            {.dateText = entry[0].toString(), .date = {}, .text = {entry[1].toString(), entry[2].toString()}});
    return status;
}

inline Error errorOf(const QJsonValue &map)
{
    Error error{.code = errorCodeFromName(map[u"error"].toString()).value(),
                .httpStatus = map[u"http_status"].toInt(),
                .retryAt = momentOf(map[u"retry_at"]),
                .serverMessage = map[u"server_message"].toString(),
                .detail = map[u"detail"].toString()};
    if (const QJsonValue tls = map[u"tls"]; tls.isObject())
        error.tls = TlsProblem{.kind = tlsProblemFromName(tls[u"problem"].toString()),
                               .date = momentOf(tls[u"date"]),
                               .names = tls[u"names"].toVariant().toStringList()};
    return error;
}

inline NamedValues headersOf(const QJsonValue &pairs)
{
    NamedValues headers;
    for (const QJsonValue pair : pairs.toArray())
        headers.push_back({bytesOf(pair[0]), bytesOf(pair[1])});
    return headers;
}

inline std::vector<HttpTranscript> transcriptsOf(const QJsonValue &requests, const QByteArray &rawReply)
{
    std::vector<HttpTranscript> transcripts;
    for (const QJsonValue map : requests.toArray())
        transcripts.push_back({.method = bytesOf(map[u"method"]),
                               .url = QUrl::fromEncoded(bytesOf(map[u"url"])),
                               .requestHeaders = headersOf(map[u"request_headers"]),
                               .requestBody = bytesOf(map[u"request_body"]),
                               .sentAt = momentOf(map[u"sent_at"]).value_or(QDateTime()),
                               .took = std::chrono::milliseconds(map[u"took_ms"].toInteger()),
                               .status = map[u"http_status"].toInt(),
                               .replyHeaders = headersOf(map[u"reply_headers"]),
                               .replyBody = map[u"reply_body"].isNull() ? rawReply : bytesOf(map[u"reply_body"]),
                               .tlsVersion = map[u"tls"].toString()});
    return transcripts;
}

} // namespace linterna::test
