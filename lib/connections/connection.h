// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/namedvalues.h"
#include "lib/connections/servicehours.h"
#include "lib/net/proxychoice.h"

#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <optional>
#include <vector>

namespace linterna {

//! What kind of service a connection talks to; the facts about each kind stand in connectionkinds.h.
enum class ConnectionKind {
    UscisSandbox,
    UscisProduction,
    Wso2V3,          //!< WSO2 API Manager 2.x and 3.x.
    Wso2V4,          //!< WSO2 API Manager 4.x.
    IbmVerify,       //!< A gateway that takes tokens of IBM Security Verify, API client.
    IbmVerifyOidc,   //!< As IbmVerify, OIDC application.
    IbmVerifyOauth2, //!< As IbmVerify, the newer token address.
    Other,
};

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
    //! Unique within one ConnectionStore; shown to people.
    QString name;
    ConnectionKind kind = ConnectionKind::Other;
    //! Full URL of the token endpoint. https, or http to loopback only.
    QUrl tokenUrl;
    //! Everything before "/case-status/RECEIPT".
    QUrl apiUrl;
    ClientAuthentication clientAuthentication = ClientAuthentication::FormBody;
    QString clientId;
    //! OAuth scope; not sent when empty.
    QString scope;
    //! Seconds that the access token is asked to live (WSO2's validity_period); 0 sends nothing.
    int validityPeriod = 0;
    //! Further parameters of the token request's body.
    NamedValues tokenParameters;
    //! Further header fields for every request (USCIS's demo_id is one).
    NamedValues headers;
    //! Requests per second that the service allows, > 0. Spacing is 1/this plus 10 %.
    double requestsPerSecond = 5;
    //! Requests a day, 0 for no limit.
    int requestsPerDay = 1000;
    //! Requests of the day that batches and watches leave for a person's own checks; at most half of the day's counts.
    int requestsKeptForPerson = 20;
    //! The time zone in which the day of the quota ends.
    QTimeZone quotaTimeZone = QTimeZone("America/New_York");
    //! Empty where the service is always open, or its hours are not known.
    std::optional<ServiceHours> serviceHours;
    //! PEM file of one more trusted certificate authority; empty for the system's trust alone.
    QString caFile;
    ProxyChoice proxy;
    //! The connection talks to the program's own practice server: invented data.
    bool practice = false;

    bool operator==(const Connection &) const = default;

    //! SecretStore key of the client secret.
    [[nodiscard]] QString secretKey() const { return QStringLiteral("connection/%1/client-secret").arg(name); }
    //! SecretStore key of the password for the proxy, as lib/connections/proxypassword.h writes it.
    [[nodiscard]] QString proxyPasswordKey() const { return QStringLiteral("connection/%1/proxy-password").arg(name); }
};

//! The connections that the program knows by itself: "USCIS sandbox" (Torch fact sheet: token endpoint
//! https://api-int.uscis.gov/oauth/accesstoken, 5 requests per second, 1,000 a day, Monday to Friday 7 AM to 8 PM
//! Eastern).
[[nodiscard]] std::vector<Connection> builtInConnections();
//! The built-in connection with this name, in whatever case; empty where there is none.
[[nodiscard]] std::optional<Connection> builtInConnection(const QString &name);

//! The built-in connection whose name a person could take `name` for (lookalike.h), the same name included; empty where
//! there is none.
[[nodiscard]] std::optional<Connection> builtInLookalike(const QString &name);

//! Whether the client ID is at most 256 visible ASCII characters, and spaces between (RFC 6749 §A.1), or empty.
[[nodiscard]] bool isAllowedClientId(const QString &clientId);

//! Whether both talk to the same servers: a secret that was given for one may be sent by the other. Scheme, host and
//! port of the token endpoint and of the API must be equal.
[[nodiscard]] bool talkToSameServers(const Connection &one, const Connection &other);

} // namespace linterna
