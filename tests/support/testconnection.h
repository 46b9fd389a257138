// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"

namespace linterna::test {

//! A connection to these addresses, without a proxy: asking for the system's takes real time.
inline Connection connectionTo(const QString &name, const QUrl &tokenUrl, const QUrl &apiUrl,
                               const QString &clientId = QStringLiteral("me"))
{
    Connection connection;
    connection.name = name;
    connection.proxy.kind = ProxyChoice::Kind::None;
    connection.tokenUrl = tokenUrl;
    connection.apiUrl = apiUrl;
    connection.clientId = clientId;
    return connection;
}

inline Connection testConnection(const char *name = "Test", const char *host = "api.example")
{
    const QString address = QStringLiteral("https://") + QLatin1StringView(host);
    return connectionTo(QString::fromLatin1(name), QUrl(address + QStringLiteral("/oauth/accesstoken")),
                        QUrl(address + u'/'));
}

} // namespace linterna::test
