// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/fieldrules.h"

#include "lib/net/urlrule.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array dayWords{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};

template<std::size_t N>
bool isAmong(const QString &name, const std::array<QLatin1StringView, N> &words)
{
    return std::ranges::find(words, name.toLower()) != words.end();
}

std::optional<std::set<int>> daysFrom(const QJsonArray &words)
{
    std::set<int> days;
    for (const QJsonValue word : words) {
        const auto found = std::ranges::find(dayWords, word.toString());
        if (found == dayWords.end() || !days.insert(static_cast<int>(found - dayWords.begin()) + Qt::Monday).second)
            return {};
    }
    return days;
}

} // namespace

bool isVisibleCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isAllowedConnectionName(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    return !characters.isEmpty() && characters.size() <= 60 && std::ranges::all_of(characters, isVisibleCharacter)
        && name.isValidUtf16() && name.trimmed() == name;
}

std::optional<QUrl> serviceUrlFrom(const QString &text)
{
    if (addressAsSent(text) != text)
        return {};
    const QUrl url(text, QUrl::StrictMode);
    return url.isEmpty() ? std::nullopt : std::optional(url);
}

QString addressAsSent(const QString &text)
{
    // QUrl writes host and scheme small, %7e as ~ and %2f as %2F; the network library leaves dot segments out.
    const QUrl url = QUrl(text, QUrl::StrictMode).adjusted(QUrl::NormalizePathSegments);
    if (text.size() > 2000 || !isAllowedServiceUrl(url) || url.hasQuery())
        return {};
    return url.toString(QUrl::FullyEncoded);
}

bool isAllowedScope(const QString &scope)
{
    static const QRegularExpression allowed(u"\\A(?:[!#-\\[\\]-~]+(?: [!#-\\[\\]-~]+)*)?\\z"_s);
    return scope.size() <= 1000 && allowed.match(scope).hasMatch();
}

bool namesASecret(const QString &name)
{
    return name.contains("secret"_L1, Qt::CaseInsensitive) || name.contains("password"_L1, Qt::CaseInsensitive)
        || name.endsWith("token"_L1, Qt::CaseInsensitive);
}

bool isAllowedHeaderName(const QString &name)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}\\z"_s);
    static constexpr std::array ours{"authorization"_L1, "proxy-authorization"_L1, "cookie"_L1,         "host"_L1,
                                     "connection"_L1,    "transfer-encoding"_L1,   "accept-encoding"_L1};
    return token.match(name).hasMatch() && !name.startsWith("content-"_L1, Qt::CaseInsensitive) && !isAmong(name, ours)
        && !namesASecret(name);
}

bool isAllowedTokenParameterName(const QString &name)
{
    static const QRegularExpression word(u"\\A[0-9A-Za-z._-]{1,64}\\z"_s);
    static constexpr std::array ours{"grant_type"_L1,       "client_id"_L1,     "scope"_L1, "validity_period"_L1,
                                     "client_assertion"_L1, "refresh_token"_L1, "code"_L1};
    return word.match(name).hasMatch() && !isAmong(name, ours) && !namesASecret(name);
}

bool isAllowedHeaderValue(const QString &value)
{
    static const QRegularExpression text(u"\\A[!-~](?:[ -~]{0,1022}[!-~])?\\z"_s);
    return text.match(value).hasMatch();
}

std::optional<QTimeZone> timeZoneFrom(const QString &id)
{
    static const QRegularExpression iana(u"\\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*\\z"_s);
    if (!iana.match(id).hasMatch() || !QTimeZone::availableTimeZoneIds().contains(id.toLatin1()))
        return {};
    return QTimeZone(id.toLatin1());
}

std::optional<ProxyChoice> proxyFrom(const QString &text)
{
    using Kind = ProxyChoice::Kind;
    if (text == "system"_L1)
        return ProxyChoice{.kind = Kind::System, .host = {}, .port = 0};
    if (text == "none"_L1)
        return ProxyChoice{.kind = Kind::None, .host = {}, .port = 0};
    static const QRegularExpression place(u"\\A(?:([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))|\\[([0-9A-Fa-f:.]{2,45})\\])"
                                          ":([0-9]{1,5})\\z"_s);
    const auto match = place.match(text);
    const int port = match.captured(3).toInt();
    if (!match.hasMatch() || port < 1 || port > 65'535)
        return {};
    const QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    return ProxyChoice{.kind = Kind::Manual, .host = host.toLower(), .port = static_cast<quint16>(port)};
}

QString proxyText(const ProxyChoice &proxy)
{
    switch (proxy.kind) {
    case ProxyChoice::Kind::System:
        return u"system"_s;
    case ProxyChoice::Kind::None:
        return u"none"_s;
    case ProxyChoice::Kind::Manual:
        break;
    }
    return proxy.place();
}

bool isAllowedProxyUser(const QString &user)
{
    const QList<uint> characters = user.toUcs4();
    return user.isValidUtf16() && characters.size() <= 256 && user.trimmed() == user && !user.contains(u':')
        && std::ranges::all_of(characters, isVisibleCharacter);
}

std::optional<std::optional<ServiceHours>> serviceHoursFrom(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::optional<ServiceHours>();
    static const QStringList names{u"closes"_s, u"days"_s, u"opens"_s, u"time_zone"_s};
    static const QRegularExpression clock(u"\\A[0-2][0-9]:[0-5][0-9]\\z"_s);
    const QString opens = object["opens"_L1].toString();
    const QString closes = object["closes"_L1].toString();
    const auto days = daysFrom(object["days"_L1].toArray());
    const auto zone = timeZoneFrom(object["time_zone"_L1].toString());
    if (object.keys() != names || !days || days->empty() || !zone || !clock.match(opens).hasMatch()
        || !clock.match(closes).hasMatch())
        return {};
    const ServiceHours hours{.days = *days,
                             .opens = QTime::fromString(opens, u"HH:mm"_s),
                             .closes = QTime::fromString(closes, u"HH:mm"_s),
                             .timeZone = *zone};
    if (!hours.opens.isValid() || !hours.closes.isValid() || hours.opens >= hours.closes)
        return {};
    return hours;
}

QJsonObject serviceHoursObject(const std::optional<ServiceHours> &hours)
{
    if (!hours)
        return {};
    QJsonArray days;
    for (const int day : hours->days)
        days.append(dayWords[static_cast<std::size_t>(day - Qt::Monday)]);
    return {{u"days"_s, days},
            {u"opens"_s, hours->opens.toString(u"HH:mm"_s)},
            {u"closes"_s, hours->closes.toString(u"HH:mm"_s)},
            {u"time_zone"_s, QString::fromLatin1(hours->timeZone.id())}};
}

} // namespace linterna
