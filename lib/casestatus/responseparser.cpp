// SPDX-License-Identifier: GPL-3.0-or-later
#include "casestatus/responseparser.h"

#include "net/errorparser.h"
#include "casestatus/jsonrepair.h"
#include "net/strictjson.h"
#include "text/characters.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The text in a field; empty where it is absent, null, of another type or only white space.
QString textIn(const QJsonObject &object, QLatin1StringView key)
{
    const QString text = object.value(key).toString();
    return text.trimmed().isEmpty() ? QString() : wellFormed(text);
}

BilingualText bilingual(const QJsonObject &object, QLatin1StringView en, QLatin1StringView es)
{
    return {textIn(object, en), textIn(object, es)};
}

//! A history entry's date: the API's own form, the sibling service's, and either with a time behind it.
std::optional<QDate> historyDate(const QString &text)
{
    constexpr qsizetype length = 10;
    const QString sent = text.trimmed();
    if (sent.size() > length && sent[length] != u'T' && sent[length] != u' ')
        return std::nullopt;
    for (const QLatin1StringView format : {"yyyy-MM-dd"_L1, "MM-dd-yyyy"_L1}) {
        if (const QDate date = QDate::fromString(sent.first(std::min(length, sent.size())), format); date.isValid())
            return date;
    }
    return std::nullopt;
}

std::vector<HistoryEntry> historyIn(const QJsonObject &payload)
{
    std::vector<HistoryEntry> history;
    const QJsonArray entries = payload.value("hist_case_status"_L1).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject sent = value.toObject();
        HistoryEntry entry;
        entry.dateText = textIn(sent, "date"_L1);
        entry.date = historyDate(entry.dateText);
        entry.text = bilingual(sent, "completed_text_en"_L1, "completed_text_es"_L1);
        if (entry != HistoryEntry{})
            history.push_back(std::move(entry));
    }
    // An absent date is less than any.
    std::ranges::stable_sort(history, std::greater{}, &HistoryEntry::date);
    return history;
}

struct Reply {
    QJsonObject object;
    std::vector<MendedField> mended = {};
};

std::optional<Reply> readReply(const QByteArray &body)
{
    const QByteArray text = jsonText(body);
    if (const auto object = strictJsonObject(text))
        return Reply{*object};
    const auto mended = repairedJson(text);
    const auto object = mended ? strictJsonObject(mended->json) : std::nullopt;
    return object ? std::optional(Reply{*object, mended->fields}) : std::nullopt;
}

Error unreadable(const QByteArray &body, const QString &detail)
{
    return {.code = ErrorCode::Unreadable, .httpStatus = 200, .serverMessage = parseErrorBody(body).message,
            .detail = detail};
}

} // namespace

Result<CaseStatus> parseCaseStatus(const QByteArray &body, const ReceiptNumber &asked)
{
    const auto reply = readReply(body);
    if (!reply)
        return unreadable(body, u"not a JSON object"_s);
    const QJsonValue wrapped = reply->object.value("case_status"_L1);
    const QJsonObject payload = wrapped.isObject() ? wrapped.toObject() : reply->object;

    const QString receipt = textIn(payload, "receiptNumber"_L1);
    if (receipt.isEmpty())
        return unreadable(body, u"no receiptNumber"_s);
    if (receipt.trimmed().compare(asked.toString(), Qt::CaseInsensitive) != 0)
        return Error{.code = ErrorCode::Mismatch, .httpStatus = 200};

    const CaseStatus status{
        .receipt = asked,
        .formType = textIn(payload, "formType"_L1),
        .submittedDate = textIn(payload, "submittedDate"_L1),
        .modifiedDate = textIn(payload, "modifiedDate"_L1),
        .title = bilingual(payload, "current_case_status_text_en"_L1, "current_case_status_text_es"_L1),
        .description = bilingual(payload, "current_case_status_desc_en"_L1, "current_case_status_desc_es"_L1),
        .history = historyIn(payload),
        .message = textIn(reply->object, "message"_L1),
        .repaired = !reply->mended.empty(),
        .mended = reply->mended,
    };
    if (status.title == BilingualText{} && status.description == BilingualText{})
        return unreadable(body, u"no title and no description"_s);
    return status;
}

} // namespace linterna
