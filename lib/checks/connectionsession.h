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
    //! `pacer` is the connection's own (lib/checks/pacers.h), and outlives this.
    ConnectionSession(const Connection &connection, Pacer &pacer, SecretStore &secrets, Clock &clock,
                      NetworkAccess network = systemNetwork);

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] Pacer &pacer() { return m_pacer; }
    [[nodiscard]] TokenProvider &tokens() { return m_tokens; }
    [[nodiscard]] CaseStatusClient &client() { return m_client; }

private:
    // In the order in which they need each other.
    const Connection m_connection;
    HttpClient m_http;
    Pacer &m_pacer;
    TokenProvider m_tokens;
    CaseStatusClient m_client;
};

} // namespace linterna
