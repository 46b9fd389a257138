// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/responseparser.h"

#include "lib/json/jsonrepair.h"
#include "lib/json/jsonview.h"
#include "lib/net/errorparser.h"
#include "lib/text/characters.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The text in a field; empty where it is absent, null, of another type or only white space.
QString textIn(const JsonView &object, QLatin1StringView key)
{
    const QString text = object.value(key).toString();
    return text.trimmed().isEmpty() ? QString() : wellFormed(text);
}

BilingualText bilingual(const JsonView &object, QLatin1StringView en, QLatin1StringView es)
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

std::vector<TimelineEntry> historyIn(const JsonView &payload)
{
    std::vector<TimelineEntry> history;
    for (const JsonView &sent : payload.value("hist_case_status"_L1).elements()) {
        TimelineEntry entry;
        entry.dateText = textIn(sent, "date"_L1);
        entry.date = historyDate(entry.dateText);
        entry.text = bilingual(sent, "completed_text_en"_L1, "completed_text_es"_L1);
        if (entry != TimelineEntry{})
            history.push_back(std::move(entry));
    }
    // An absent date is less than any.
    std::ranges::stable_sort(history, std::greater{}, &TimelineEntry::date);
    return history;
}

Error unreadableReply(const QByteArray &body, const QString &detail)
{
    return {.code = ErrorCode::Unreadable,
            .httpStatus = 200,
            .serverMessage = parseErrorBody(body).message,
            .detail = detail};
}

} // namespace

Result<CaseStatus> parseCaseStatus(const QByteArray &body, const ReceiptNumber &asked)
{
    const QByteArray text = jsonText(body);
    JsonView outer = JsonView::of(text, JsonRules::AnyNumber);
    const auto mended = outer ? std::nullopt : repairedJson(text);
    if (mended)
        outer = JsonView::of(mended->json, JsonRules::AnyNumber);
    if (!outer.isObject())
        return unreadableReply(body, u"not a JSON object"_s);
    const JsonView inner = outer.value("case_status"_L1);
    const JsonView &payload = inner.isObject() ? inner : outer;

    const QString receipt = textIn(payload, "receiptNumber"_L1);
    if (receipt.isEmpty())
        return unreadableReply(body, u"no receiptNumber"_s);
    if (receipt.trimmed().compare(asked.toString(), Qt::CaseInsensitive) != 0)
        return Error{.code = ErrorCode::Mismatch, .httpStatus = 200};

    CaseStatus status{
        .receipt = asked,
        .formType = textIn(payload, "formType"_L1),
        .submittedDate = textIn(payload, "submittedDate"_L1),
        .modifiedDate = textIn(payload, "modifiedDate"_L1),
        .title = bilingual(payload, "current_case_status_text_en"_L1, "current_case_status_text_es"_L1),
        .description = bilingual(payload, "current_case_status_desc_en"_L1, "current_case_status_desc_es"_L1),
        .history = historyIn(payload),
        .message = textIn(outer, "message"_L1),
        .repaired = mended.has_value(),
        .mended = mended ? mended->fields : std::vector<MendedField>(),
    };
    if (status.title == BilingualText{} && status.description == BilingualText{})
        return unreadableReply(body, u"no title and no description"_s);
    return status;
}

} // namespace linterna
