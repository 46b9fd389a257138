// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/connectionsession.h"

#include "lib/connections/proxypassword.h"

namespace linterna {

ConnectionSession::ConnectionSession(const Connection &connection, RateLimiter &limiter, SecretStore &secrets,
                                     Clock &clock, NetworkAccess network)
    : m_connection(connection), m_http(clock, std::move(network)), m_limiter(limiter),
      m_tokens(m_connection, m_http, m_limiter, secrets, clock),
      m_client(m_connection, m_http, m_limiter, m_tokens, clock)
{
    m_http.setProxyPasswordSource([this, &secrets] {
        auto *password = new JobOf<Secret>(this);
        secrets.read(m_connection.proxyPasswordKey())
            ->onFinished(password, [this, password](const Result<Secret> &stored) {
                password->finish(stored ? Result<Secret>(proxyPasswordIn(*stored, m_connection.proxy)) : stored);
            });
        return password;
    });
}

} // namespace linterna
