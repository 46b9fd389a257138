// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/connectionsession.h"

namespace linterna {

ConnectionSession::ConnectionSession(const Connection &connection, Pacer &pacer, SecretStore &secrets, Clock &clock,
                                     std::unique_ptr<QNetworkAccessManager> network)
    : m_connection(connection), m_network(std::move(network)), m_http(*m_network, clock), m_pacer(pacer),
      m_tokens(m_connection, m_http, m_pacer, secrets, clock), m_client(m_connection, m_http, m_pacer, m_tokens, clock)
{}

} // namespace linterna
