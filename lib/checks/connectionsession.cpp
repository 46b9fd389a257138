// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/connectionsession.h"

namespace linterna {

ConnectionSession::ConnectionSession(const Connection &connection, Pacer &pacer, SecretStore &secrets, Clock &clock,
                                     NetworkAccess network)
    : m_connection(connection), m_http(clock, std::move(network)), m_pacer(pacer),
      m_tokens(m_connection, m_http, m_pacer, secrets, clock), m_client(m_connection, m_http, m_pacer, m_tokens, clock)
{}

} // namespace linterna
