// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/casestatus/casestatusclient.h"

namespace linterna {

//! Everything that belongs to one connection while it is in use. Its destruction stops what is under way; nothing of
//! that reaches the next connection.
class ConnectionSession : public QObject
{
    Q_OBJECT
public:
    //! `limiter` is the connection's own (lib/checks/ratelimiters.h), and outlives this.
    ConnectionSession(const Connection &connection, RateLimiter &limiter, SecretStore &secrets, Clock &clock,
                      NetworkAccess network = systemNetwork);

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] RateLimiter &limiter() { return m_limiter; }
    [[nodiscard]] TokenProvider &tokens() { return m_tokens; }
    [[nodiscard]] CaseStatusClient &client() { return m_client; }

private:
    // In the order in which they need each other.
    const Connection m_connection;
    HttpClient m_http;
    RateLimiter &m_limiter;
    TokenProvider m_tokens;
    CaseStatusClient m_client;
};

} // namespace linterna
