// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionkinds.h"

#include "lib/connections/fieldrules.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int notLimited = 0;

constexpr std::array allKinds{
    KindFacts{ConnectionKind::UscisSandbox, AskedAddress::Nothing, "https://api-int.uscis.gov/oauth/accesstoken"_L1,
              "https://api-int.uscis.gov"_L1, ClientAuthentication::FormBody, 5, 1000, true},
    // Widely assumed, not published: USCIS names the addresses in its go-live letter. The day's figure is that of 2026.
    KindFacts{ConnectionKind::UscisProduction, AskedAddress::Addresses, "https://api.uscis.gov/oauth/accesstoken"_L1,
              "https://api.uscis.gov"_L1, ClientAuthentication::FormBody, 10, 400'000, false},
    KindFacts{ConnectionKind::Wso2V4, AskedAddress::Host, "https://{host}:9443/oauth2/token"_L1,
              "https://{host}:8243"_L1, ClientAuthentication::BasicRaw, 5, notLimited, false},
    KindFacts{ConnectionKind::Wso2V3, AskedAddress::Host, "https://{host}:8243/token"_L1, "https://{host}:8243"_L1,
              ClientAuthentication::BasicRaw, 5, notLimited, false},
    KindFacts{ConnectionKind::IbmVerify, AskedAddress::TenantAndGateway,
              "https://{host}/v1.0/endpoint/default/token"_L1, "{gateway}"_L1, ClientAuthentication::FormBody, 5,
              notLimited, false},
    KindFacts{ConnectionKind::IbmVerifyOidc, AskedAddress::TenantAndGateway,
              "https://{host}/oidc/endpoint/default/token"_L1, "{gateway}"_L1, ClientAuthentication::FormBody, 5,
              notLimited, false},
    KindFacts{ConnectionKind::IbmVerifyOauth2, AskedAddress::TenantAndGateway, "https://{host}/oauth2/token"_L1,
              "{gateway}"_L1, ClientAuthentication::FormBody, 5, notLimited, false},
    KindFacts{ConnectionKind::Other, AskedAddress::Addresses, ""_L1, ""_L1, ClientAuthentication::FormBody, 5, 1000,
              false},
};

QString filledIn(QLatin1StringView pattern, const QString &host, const QString &gateway)
{
    return QString(pattern).replace("{host}"_L1, host).replace("{gateway}"_L1, gateway);
}

ServiceHours sandboxHours()
{
    return {.days = {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday},
            .opens = QTime(7, 0),
            .closes = QTime(20, 0),
            .timeZone = QTimeZone("America/New_York")};
}

} // namespace

std::span<const KindFacts> connectionKinds()
{
    return allKinds;
}

const KindFacts &factsOf(ConnectionKind kind)
{
    const auto *found = std::ranges::find(allKinds, kind, &KindFacts::kind);
    Q_ASSERT(found != allKinds.end());
    return *found;
}

std::optional<QString> hostIn(const QString &typed)
{
    const QString text = typed.trimmed();
    const bool whole = text.contains("://"_L1);
    const QUrl url(whole ? text : u"https://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.port() != -1 || (!whole && url.path().size() > 1))
        return {};
    // A host that is written in another way than it is used is refused: it could look like another one.
    const QString host = url.host(QUrl::FullyEncoded);
    return text.contains(host, Qt::CaseInsensitive) ? std::optional(host) : std::nullopt;
}

std::optional<Connection> connectionOfKind(ConnectionKind kind, const AskedWords &words)
{
    const KindFacts &facts = factsOf(kind);
    Connection connection;
    connection.kind = kind;
    connection.clientAuthentication = facts.clientAuthentication;
    connection.requestsPerSecond = facts.requestsPerSecond;
    connection.requestsPerDay = facts.requestsPerDay;
    if (facts.sandboxHours)
        connection.serviceHours = sandboxHours();
    const bool wantsHost = facts.asked == AskedAddress::Host || facts.asked == AskedAddress::TenantAndGateway;
    const auto host = hostIn(words.host);
    if (wantsHost && !host)
        return {};
    if (facts.tokenUrl.isEmpty())
        return connection;
    const auto tokenUrl = serviceUrlFrom(filledIn(facts.tokenUrl, host.value_or(QString()), words.gateway.trimmed()));
    const auto apiUrl = serviceUrlFrom(filledIn(facts.apiUrl, host.value_or(QString()), words.gateway.trimmed()));
    if (!tokenUrl || !apiUrl)
        return {};
    connection.tokenUrl = *tokenUrl;
    connection.apiUrl = *apiUrl;
    return connection;
}

std::optional<AskedWords> wordsOf(const Connection &connection)
{
    const KindFacts &facts = factsOf(connection.kind);
    AskedWords words;
    if (facts.asked == AskedAddress::Host || facts.asked == AskedAddress::TenantAndGateway)
        words.host = connection.tokenUrl.host(QUrl::FullyEncoded);
    if (facts.asked == AskedAddress::TenantAndGateway)
        words.gateway = connection.apiUrl.toString(QUrl::FullyEncoded);
    const auto again = connectionOfKind(connection.kind, words);
    const bool same = again && again->tokenUrl == connection.tokenUrl && again->apiUrl == connection.apiUrl;
    return same ? std::optional(words) : std::nullopt;
}

} // namespace linterna
