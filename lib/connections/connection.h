// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <utility>
#include <vector>

namespace linterna {

//! How client ID and secret travel to the token endpoint. Servers differ (RFC 6749 §2.3.1 wants the encoded pair; some
//! servers refuse it), so it is a field of the connection.
enum class ClientAuthentication {
    FormBody,         //!< client_id and client_secret in the urlencoded body (USCIS, IBM Security Verify).
    BasicRaw,         //!< HTTP Basic over the pair as it is (WSO2 API Manager's own guide).
    BasicFormEncoded, //!< HTTP Basic over the form-urlencoded pair (RFC 6749).
};

//! One way to reach the Case Status API. A plain value without secrets; the secret is in the SecretStore under
//! secretKey(), the client ID here.
struct Connection {
    //! Unique among the connections of a desk; shown to people.
    QString name;
    //! Full URL of the token endpoint. https, or http to loopback only.
    QUrl tokenUrl;
    //! Everything before "/case-status/RECEIPT".
    QUrl apiUrl;
    ClientAuthentication clientAuthentication = ClientAuthentication::FormBody;
    QString clientId;
    //! OAuth scope; not sent when empty.
    QString scope;
    //! Further header fields for every request (USCIS's demo_id is one).
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    //! Requests per second that the service allows, > 0. Spacing is 1/this plus 10 %.
    double requestsPerSecond = 5;
    //! Requests a day, 0 for no limit.
    int requestsPerDay = 1000;
    //! Where the day of the quota ends.
    QTimeZone quotaTimeZone = QTimeZone("America/New_York");
    //! PEM file of one more trusted certificate authority; empty for the system's trust alone.
    QString caFile;
    //! Talks to the program's own practice server: invented data.
    bool practice = false;

    bool operator==(const Connection &) const = default;

    //! SecretStore key of the client secret.
    [[nodiscard]] QString secretKey() const { return QStringLiteral("connection/%1/client-secret").arg(name); }
};

//! The connections that the program knows by itself: "USCIS sandbox" (Torch fact sheet: token endpoint
//! https://api-int.uscis.gov/oauth/accesstoken, 5 requests per second, 1,000 a day).
[[nodiscard]] std::vector<Connection> builtInConnections();

//! At most 256 visible ASCII characters and spaces (RFC 6749 §A.1), or none.
[[nodiscard]] bool isAllowedClientId(const QString &clientId);

} // namespace linterna
