// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionfields.h"

#include "lib/connections/connectionkinds.h"
#include "lib/connections/fieldrules.h"

#include <QDir>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using Field = ConnectionField;
using Wrong = Field::Wrong;

constexpr auto urlAllowed = "https, or http to this computer; no user name, query or fragment; at most 2000 ASCII "
                            "characters, written as they are sent"_L1;

Wrong wrongUnless(bool fine)
{
    return fine ? Wrong() : Wrong(QString());
}

Wrong takeName(const QJsonValue &value, Connection &connection)
{
    connection.name = value.toString();
    return wrongUnless(isAllowedConnectionName(connection.name));
}

Wrong takeKind(const QJsonValue &value, Connection &connection)
{
    const auto kind = connectionKindNames.value(value.toString());
    connection.kind = kind.value_or(connection.kind);
    return wrongUnless(kind.has_value());
}

//! Reads an address. Where it is one, but not written as it is sent, the Wrong holds how it would have to be written.
Wrong takeAddress(const QJsonValue &value, QUrl &address)
{
    const auto url = serviceUrlFrom(value.toString());
    address = url.value_or(QUrl());
    return url ? Wrong() : Wrong(addressAsSent(value.toString()));
}

Wrong takeTokenUrl(const QJsonValue &value, Connection &connection)
{
    return takeAddress(value, connection.tokenUrl);
}

Wrong takeApiUrl(const QJsonValue &value, Connection &connection)
{
    return takeAddress(value, connection.apiUrl);
}

Wrong takeClientAuthentication(const QJsonValue &value, Connection &connection)
{
    const auto authentication = clientAuthenticationNames.value(value.toString());
    connection.clientAuthentication = authentication.value_or(connection.clientAuthentication);
    return wrongUnless(authentication.has_value());
}

Wrong takeClientId(const QJsonValue &value, Connection &connection)
{
    connection.clientId = value.toString();
    return wrongUnless(value.isString() && isAllowedClientId(connection.clientId));
}

Wrong takeScope(const QJsonValue &value, Connection &connection)
{
    connection.scope = value.toString();
    return wrongUnless(value.isString() && isAllowedScope(connection.scope));
}

//! Reads an object of at most 20 names and values; a name counts once, whatever its case.
Wrong takeNamedValues(const QJsonValue &value, NamedValues &values, bool (*isAllowedName)(const QString &))
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() || object.size() > 20)
        return QString();
    QStringList seen;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString lower = it.key().toLower();
        if (!isAllowedName(it.key()) || seen.contains(lower) || !isAllowedHeaderValue(it.value().toString()))
            return it.key();
        seen += lower;
        values.emplace_back(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    return {};
}

QJsonObject giveNamedValues(const NamedValues &values)
{
    QJsonObject object;
    for (const auto &[name, value] : values)
        object.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return object;
}

Wrong takeWholeNumber(const QJsonValue &value, int most, int &number)
{
    const double given = value.toDouble(-1);
    if (given < 0 || given > most || given != std::floor(given))
        return QString();
    number = static_cast<int>(given);
    return {};
}

Wrong takeRequestsPerSecond(const QJsonValue &value, Connection &connection)
{
    connection.requestsPerSecond = value.toDouble();
    return wrongUnless(connection.requestsPerSecond >= 0.01 && connection.requestsPerSecond <= 100);
}

Wrong takeQuotaTimeZone(const QJsonValue &value, Connection &connection)
{
    const auto zone = timeZoneFrom(value.toString());
    connection.quotaTimeZone = zone.value_or(connection.quotaTimeZone);
    return wrongUnless(zone.has_value());
}

Wrong takeServiceHours(const QJsonValue &value, Connection &connection)
{
    const auto hours = serviceHoursFrom(value.toObject());
    connection.serviceHours = hours.value_or(std::nullopt);
    return wrongUnless(value.isObject() && hours.has_value());
}

Wrong takeCaFile(const QJsonValue &value, Connection &connection)
{
    connection.caFile = value.toString();
    const QString &file = connection.caFile;
    return wrongUnless(value.isString() && file.isValidUtf16() && file.size() <= 4096
                       && (file.isEmpty() || QDir::isAbsolutePath(file))
                       && std::ranges::none_of(file, [](QChar c) { return c.category() == QChar::Other_Control; }));
}

Wrong takeProxy(const QJsonValue &value, Connection &connection)
{
    const auto proxy = proxyFrom(value.toString());
    const QString user = connection.proxy.user; // written by the field "proxy_user"
    connection.proxy = proxy.value_or(ProxyChoice());
    connection.proxy.user = user;
    return wrongUnless(proxy.has_value());
}

Wrong takeProxyUser(const QJsonValue &value, Connection &connection)
{
    connection.proxy.user = value.toString();
    return wrongUnless(value.isString() && isAllowedProxyUser(connection.proxy.user));
}

const std::array allFields{
    Field{"name"_L1, true, false,
          "1 to 60 visible characters, no spaces at the ends, no name that is or looks like that of a built-in "
          "connection"_L1,
          takeName, [](const Connection &c) { return QJsonValue(c.name); }},
    Field{"kind"_L1, false, true,
          "uscis-sandbox, uscis-production, wso2-4, wso2-3, ibm-verify, ibm-verify-oidc, ibm-verify-oauth2, other"_L1,
          takeKind, [](const Connection &c) { return QJsonValue(connectionKindNames.name(c.kind)); }},
    Field{"token_url"_L1, true, false, urlAllowed, takeTokenUrl,
          [](const Connection &c) { return QJsonValue(c.tokenUrl.toString(QUrl::FullyEncoded)); }},
    Field{"api_url"_L1, true, false, urlAllowed, takeApiUrl,
          [](const Connection &c) { return QJsonValue(c.apiUrl.toString(QUrl::FullyEncoded)); }},
    Field{"client_authentication"_L1, false, true, "form-body, basic-raw, basic-form-encoded"_L1,
          takeClientAuthentication,
          [](const Connection &c) { return QJsonValue(clientAuthenticationNames.name(c.clientAuthentication)); }},
    Field{"client_id"_L1, false, false, "at most 256 ASCII characters, no spaces at the ends"_L1, takeClientId,
          [](const Connection &c) { return QJsonValue(c.clientId); }},
    Field{"scope"_L1, false, false, "scopes of ASCII characters with one space between, at most 1000 in all"_L1,
          takeScope, [](const Connection &c) { return QJsonValue(c.scope); }},
    Field{"validity_period"_L1, false, true, "a whole number of seconds from 0 (not sent) to 31536000"_L1,
          [](const QJsonValue &v, Connection &c) { return takeWholeNumber(v, 31'536'000, c.validityPeriod); },
          [](const Connection &c) { return QJsonValue(c.validityPeriod); }},
    Field{"token_parameters"_L1, false, false,
          "an object of at most 20 parameters, each once, ASCII text of at most 1024 characters; no grant_type, "
          "client_id, scope, validity_period, client_assertion, refresh_token or code, and no secret, password or "
          "token"_L1,
          [](const QJsonValue &v, Connection &c) {
              return takeNamedValues(v, c.tokenParameters, isAllowedTokenParameterName);
          },
          [](const Connection &c) { return QJsonValue(giveNamedValues(c.tokenParameters)); }},
    Field{"headers"_L1, false, false,
          "an object of at most 20 header fields, each once, ASCII text of at most 1024 characters; no Authorization, "
          "Proxy-Authorization, Cookie, Host, Connection, Transfer-Encoding, Accept-Encoding or Content-*, and no "
          "secret, password or token"_L1,
          [](const QJsonValue &v, Connection &c) { return takeNamedValues(v, c.headers, isAllowedHeaderName); },
          [](const Connection &c) { return QJsonValue(giveNamedValues(c.headers)); }},
    Field{"requests_per_second"_L1, false, true, "a number from 0.01 to 100"_L1, takeRequestsPerSecond,
          [](const Connection &c) { return QJsonValue(c.requestsPerSecond); }},
    Field{"requests_per_day"_L1, false, true, "a whole number from 0 (no limit) to 10000000"_L1,
          [](const QJsonValue &v, Connection &c) { return takeWholeNumber(v, 10'000'000, c.requestsPerDay); },
          [](const Connection &c) { return QJsonValue(c.requestsPerDay); }},
    Field{"requests_kept_for_person"_L1, false, true, "a whole number from 0 to 10000000"_L1,
          [](const QJsonValue &v, Connection &c) { return takeWholeNumber(v, 10'000'000, c.requestsKeptForPerson); },
          [](const Connection &c) { return QJsonValue(c.requestsKeptForPerson); }},
    Field{"quota_time_zone"_L1, false, true, "an IANA time zone such as America/New_York"_L1, takeQuotaTimeZone,
          [](const Connection &c) { return QJsonValue(QString::fromLatin1(c.quotaTimeZone.id())); }},
    Field{"service_hours"_L1, false, false,
          "an empty object (always open), or days (a list of mon to sun), opens and closes (HH:MM, closes later than "
          "opens) and time_zone (an IANA time zone)"_L1,
          takeServiceHours, [](const Connection &c) { return QJsonValue(serviceHoursObject(c.serviceHours)); }},
    Field{"ca_file"_L1, false, false, "an absolute path, or empty"_L1, takeCaFile,
          [](const Connection &c) { return QJsonValue(c.caFile); }},
    Field{"proxy"_L1, false, false,
          "system, none, or host:port (a user name goes into proxy_user, its password into the keyring with "
          "--set-proxy-password)"_L1,
          takeProxy, [](const Connection &c) { return QJsonValue(proxyText(c.proxy)); }},
    Field{"proxy_user"_L1, false, false,
          "at most 256 visible characters without a colon and without spaces at the ends; the password goes into the "
          "keyring with --set-proxy-password"_L1,
          takeProxyUser, [](const Connection &c) { return QJsonValue(c.proxy.user); }},
};

} // namespace

std::span<const ConnectionField> connectionFields()
{
    return allFields;
}

} // namespace linterna
