// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connection.h"

#include "lib/connections/connectionkinds.h"
#include "lib/text/lookalike.h"

#include <algorithm>

namespace linterna {

namespace {

bool haveSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host(QUrl::FullyEncoded) == other.host(QUrl::FullyEncoded)
        && port(one) == port(other);
}

} // namespace

std::vector<Connection> builtInConnections()
{
    Connection sandbox = *connectionOfKind(ConnectionKind::UscisSandbox, {});
    sandbox.name = QStringLiteral("USCIS sandbox");
    return {sandbox};
}

std::optional<Connection> builtInConnection(const QString &name)
{
    const auto builtIn = builtInConnections();
    const auto found = std::ranges::find_if(
        builtIn, [&](const Connection &each) { return each.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == builtIn.end() ? std::nullopt : std::optional(*found);
}

std::optional<Connection> builtInLookalike(const QString &name)
{
    const auto builtIn = builtInConnections();
    const auto found =
        std::ranges::find_if(builtIn, [&](const Connection &each) { return looksAlike(each.name, name); });
    return found == builtIn.end() ? std::nullopt : std::optional(*found);
}

bool isAllowedClientId(const QString &clientId)
{
    const auto isVisible = [](QChar c) { return c >= u' ' && c <= u'~'; };
    return clientId.size() <= 256 && std::ranges::all_of(clientId, isVisible) && !clientId.startsWith(u' ')
        && !clientId.endsWith(u' ');
}

bool talkToSameServers(const Connection &one, const Connection &other)
{
    return haveSameOrigin(one.tokenUrl, other.tokenUrl) && haveSameOrigin(one.apiUrl, other.apiUrl);
}

} // namespace linterna
