// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/errorparser.h"

#include "lib/json/jsonview.h"
#include "lib/net/errorfields.h"
#include "lib/text/characters.h"
#include "lib/text/safehtml.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <optional>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qsizetype longestCode = 120;

// Names in lower case, the one that tells most first.
constexpr std::array bodyCodeNames{"errorcode"_L1, "error_code"_L1, "code"_L1};
constexpr std::array messageNames{"message"_L1,    "error_message"_L1, "errormessage"_L1, "faultstring"_L1,
                                  "detail"_L1,     "error"_L1,         "title"_L1,        "error_description"_L1,
                                  "description"_L1};
constexpr std::array descriptionNames{"error_description"_L1, "description"_L1};

template<class Names>
QString firstOf(const ErrorFields &fields, const Names &names)
{
    for (const QLatin1StringView name : names) {
        if (QString found = fields.value(name); !found.isEmpty())
            return found;
    }
    return {};
}

bool isWord(const QString &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, [](QChar c) { return c.isSpace(); });
}

ErrorBody fromFields(const ErrorFields &fields)
{
    ErrorBody body;
    body.code = firstOf(fields, bodyCodeNames);
    body.nextAccessTime = fields.value("nextaccesstime"_L1);
    QString message = firstOf(fields, messageNames);
    const QString description = firstOf(fields, descriptionNames);
    // OAuth's "error" is a word for machines.
    if (const QString error = fields.value("error"_L1); body.code.isEmpty() && isWord(error)) {
        body.code = error;
        if (message == error && !description.isEmpty())
            message = description;
    }
    if (!description.isEmpty() && description != message)
        message += ": "_L1 + description;
    body.message = oneLine(safeTitle(message), longestMessage);
    body.code = oneLine(body.code, longestCode);
    return body;
}

//! Text for people has no control characters: a compressed or encrypted body has.
bool isText(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
}

struct CodeRule {
    int status;
    QLatin1StringView inCode;
    QLatin1StringView inMessage;
    ErrorCode code;
};

//! The code of an error whose HTTP status several errors share, by its body; anything else is errorCodeForHttpStatus().
constexpr std::array codeRules{
    // Not throttled: an administrator of the gateway has shut this client out, and no waiting helps.
    CodeRule{429, "900805"_L1, {}, ErrorCode::Forbidden},
    CodeRule{429, "QuotaViolation"_L1, "quota violation"_L1, ErrorCode::QuotaSpent},
    CodeRule{500, "QuotaViolation"_L1, "quota violation"_L1, ErrorCode::QuotaSpent},
    CodeRule{500, "SpikeArrestViolation"_L1, "spike arrest violation"_L1, ErrorCode::RateLimited},
    CodeRule{503, "SpikeArrestViolation"_L1, "spike arrest violation"_L1, ErrorCode::RateLimited},
    CodeRule{503, "900801"_L1, {}, ErrorCode::RateLimited},
    CodeRule{503, {}, "operation hours"_L1, ErrorCode::Closed},
    CodeRule{503, {}, "operating hours"_L1, ErrorCode::Closed},
    CodeRule{503, {}, "business hours"_L1, ErrorCode::Closed},
};

ErrorCode codeOf(int status, const ErrorBody &body)
{
    const auto names = [](const QString &text, QLatin1StringView word) {
        return !word.isEmpty() && text.contains(word, Qt::CaseInsensitive);
    };
    const auto rule = std::ranges::find_if(codeRules, [&](const CodeRule &one) {
        return one.status == status && (names(body.code, one.inCode) || names(body.message, one.inMessage));
    });
    return rule == codeRules.end() ? errorCodeForHttpStatus(status) : rule->code;
}

//! English month names, whatever the computer's language; invalid where anything does not fit.
QDateTime utc(const QString &date, const QString &dateFormat, const QString &time)
{
    const QDateTime zoned(QLocale::c().toDate(date, dateFormat), QTime::fromString(time, u"HH:mm:ss"_s),
                          QTimeZone::utc());
    return zoned.toUTC();
}

//! Retry-After: seconds, or a date in the one form that may still be sent (RFC 9110, IMF-fixdate).
QDateTime retryAfterTime(const QByteArray &field, const QDateTime &now)
{
    const QString text = QString::fromLatin1(field).trimmed();
    const bool seconds = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!text.isEmpty() && seconds) {
        bool fits = false;
        const qint64 count = text.toLongLong(&fits);
        return now.addSecs(fits ? std::min(count, LongestWait) : LongestWait);
    }
    // The weekday says nothing that the date does not.
    const QString date = text.section(u", "_s, 1);
    constexpr auto zone = " GMT"_L1;
    return date.endsWith(zone) ? utc(date.left(11), u"dd MMM yyyy"_s, date.chopped(zone.size()).mid(12)) : QDateTime();
}

//! "2026-Jan-17 00:00:00+0000 UTC"
QDateTime nextAccess(const QString &text)
{
    constexpr auto zone = "+0000 UTC"_L1;
    return text.endsWith(zone) ? utc(text.left(11), u"yyyy-MMM-dd"_s, text.chopped(zone.size()).mid(12)) : QDateTime();
}

std::optional<QDateTime> bounded(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid() || time <= now)
        return std::nullopt;
    return std::min(time, now.addSecs(LongestWait));
}

} // namespace

ErrorBody parseErrorBody(const QByteArray &body)
{
    const QByteArray bytes = jsonText(body).trimmed();
    if (bytes.isEmpty())
        return {};
    if (bytes.startsWith('{') || bytes.startsWith('[') || isStrictJson(bytes))
        return fromFields(errorFieldsOfJson(bytes));
    if (bytes.startsWith('<')) {
        ErrorBody fromXml = fromFields(errorFieldsOfXml(bytes));
        if (!fromXml.message.isEmpty())
            return fromXml;
        return {.message = oneLine(htmlPageTitle(QString::fromUtf8(bytes)), longestMessage)};
    }
    const QString text = QString::fromUtf8(bytes);
    return {.message = isText(text) ? oneLine(text, longestMessage) : QString()};
}

Error errorFromReply(int httpStatus, const QByteArray &body, const QByteArray &retryAfter, const QDateTime &now)
{
    const ErrorBody said = parseErrorBody(body);
    Error error{
        .code = codeOf(httpStatus, said), .httpStatus = httpStatus, .serverMessage = said.message, .detail = said.code};
    error.retryAt = bounded(retryAfterTime(retryAfter, now), now);
    if (!error.retryAt)
        error.retryAt = bounded(nextAccess(said.nextAccessTime), now);
    return error;
}

} // namespace linterna
