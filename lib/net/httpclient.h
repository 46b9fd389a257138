// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/net/httpexchange.h"
#include "lib/net/networkaccess.h"
#include "lib/net/proxygate.h"

namespace linterna {

//! Sends a request and gives the reply, safely: over a connection that no other request uses (see NetworkAccess; a
//! request with a ConnectionUse may share one), never follows a redirect (it is an Error that names the place), ends
//! within a total deadline, refuses more than a cap of bytes, keeps no cookies and no cache, asks for no compression,
//! and trusts the system's certificate authorities plus the request's own. Plain http goes to loopback only.
//!
//! Errors: Offline (a reply that was cut short too), Timeout, Tls, Redirected, TooLarge, InterimReply (no other reply
//! can be had of that server), Unreadable (compressed although that was not asked for), Invalid (a URL that is neither
//! https nor http to loopback), Cancelled.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    using Limits = HttpLimits;
    explicit HttpClient(Clock &clock, QObject *parent = nullptr) : HttpClient(clock, systemNetwork, {}, parent) {}
    HttpClient(Clock &clock, NetworkAccess network, Limits limits = {}, QObject *parent = nullptr);
    //! Cancels what is under way.
    ~HttpClient() override;

    [[nodiscard]] JobOf<HttpReply> *send(HttpRequest request);
    //! Sets where the password comes from for a proxy that HttpRequest::proxy names with a user.
    void setProxyPasswordSource(ProxyGate::Password password) { m_gate.setPasswordSource(std::move(password)); }
    //! Adds the passwords that were sent to proxies to the mask.
    void hideProxyPasswords(SecretMask &mask) const { m_gate.hidePasswords(mask); }

private:
    void admit(HttpExchange *exchange, const QNetworkProxy &proxy);
    void start(HttpExchange *exchange, const QNetworkProxy &proxy);
    [[nodiscard]] Result<std::shared_ptr<TrustedServers>> trustedServersFor(const QString &caFile);

    NetworkAccess m_network;
    HttpExchange::Shared m_shared;
    ProxyGate m_gate;
    //! Trusted servers by CA file: the file is read once, not for each request.
    QHash<QString, std::shared_ptr<TrustedServers>> m_trusted;
};

} // namespace linterna
