// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenresponse.h"

#include "lib/auth/tokenrefusal.h"
#include "lib/json/jsonview.h"
#include "lib/net/errorparser.h"

#include <algorithm>
#include <cmath>

namespace linterna {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds longestLife = 24h;
constexpr std::chrono::seconds lifeWhenNotGiven = 300s;

Error unreadableToken(const QString &what)
{
    return Error{.code = ErrorCode::Unreadable, .httpStatus = 200, .detail = what};
}

//! Seconds from a JSON number or a string of one; empty when it is neither.
std::optional<std::chrono::seconds> lifetime(const JsonView &value)
{
    bool understood = value.toDouble().has_value();
    const double seconds =
        value.isString() ? value.toString().trimmed().toDouble(&understood) : value.toDouble().value_or(0);
    if (!understood || std::isnan(seconds))
        return std::nullopt;
    const double limited = std::clamp(seconds, 0.0, static_cast<double>(longestLife.count()));
    return std::chrono::seconds(static_cast<qint64>(limited));
}

bool isBearer(const QString &tokenType)
{
    return tokenType.compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) == 0
        || tokenType.compare(QLatin1StringView("BearerToken"), Qt::CaseInsensitive) == 0;
}

//! Only what may stand in a header field: anything else could end the field and begin another (fault 7).
bool isHeaderSafe(const QString &token)
{
    return std::ranges::all_of(token, [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

Result<TokenResponse> parseTokenResponse(const QByteArray &body)
{
    const JsonView reply = JsonView::of(jsonText(body));
    if (!reply.isObject())
        return unreadableToken(QStringLiteral("the token reply is no JSON object"));
    const JsonView type = reply.value(QLatin1StringView("token_type"));
    if (type && !isBearer(type.toString()))
        return unreadableToken(QStringLiteral("token_type is not Bearer"));
    QString token = reply.value(QLatin1StringView("access_token")).toString();
    if (token.isEmpty())
        return unreadableToken(QStringLiteral("the token reply has no access_token"));
    if (!isHeaderSafe(token))
        return unreadableToken(QStringLiteral("access_token holds characters that no token has"));
    TokenResponse response{.accessToken = Secret(token.toLatin1())};
    token.fill(u'\0');
    response.lifetime = lifetime(reply.value(QLatin1StringView("expires_in"))).value_or(lifeWhenNotGiven);
    response.scope = reply.value(QLatin1StringView("scope")).toString();
    return response;
}

Error tokenErrorFromReply(const HttpReply &reply, const QByteArray &body, ClientAuthentication sentAs)
{
    Error error = errorFromReply(reply.status, body, reply.header("retry-after"), reply.arrivedAt);
    const ErrorBody said = parseErrorBody(body);
    const bool namesClient = said.code.contains(QLatin1StringView("invalid_client"));
    if (refusesHowItWasSent(reply, said, sentAs))
        error.code = ErrorCode::CredentialsSentWrongly;
    else if (reply.status == 400 || reply.status == 401 || (reply.status >= 500 && namesClient))
        error.code = ErrorCode::BadCredentials;
    return error;
}

} // namespace linterna
