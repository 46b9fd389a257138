// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connection.h"

#include <algorithm>

namespace linterna {

std::vector<Connection> builtInConnections()
{
    return {
        Connection{
            .name = QStringLiteral("USCIS sandbox"),
            .tokenUrl = QUrl(QStringLiteral("https://api-int.uscis.gov/oauth/accesstoken")),
            .apiUrl = QUrl(QStringLiteral("https://api-int.uscis.gov")),
            .clientAuthentication = ClientAuthentication::FormBody,
            .clientId = {},
            .scope = {},
            .headers = {},
            .requestsPerSecond = 5,
            .requestsPerDay = 1000,
            .quotaTimeZone = QTimeZone("America/New_York"),
            .caFile = {},
            .practice = false,
        },
    };
}

bool isAllowedClientId(const QString &clientId)
{
    return clientId.size() <= 256 && std::ranges::all_of(clientId, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace linterna
