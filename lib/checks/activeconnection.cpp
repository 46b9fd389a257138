// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/activeconnection.h"

#include "lib/connections/proxypassword.h"

namespace linterna {

ActiveConnection::ActiveConnection(ConnectionStore &connections, LayeredSecretStore &secrets, RateLimiters &limiters,
                                   Clock &clock, NetworkOf network, QObject *parent)
    : QObject(parent), m_connections(connections), m_secrets(secrets), m_limiters(limiters), m_clock(clock),
      m_network(std::move(network))
{
    connect(&m_connections, &ConnectionStore::changed, this, &ActiveConnection::withholdSecretsOfOthers);
}

ActiveConnection::~ActiveConnection() = default;

QString ActiveConnection::name() const
{
    return m_session ? m_session->connection().name : QString();
}

bool ActiveConnection::isPractice() const
{
    return m_session && m_session->connection().practice;
}

void ActiveConnection::use(const Connection &connection)
{
    if (m_stopped || isPractice())
        return;
    leave();
    m_session = std::make_unique<ConnectionSession>(connection, m_limiters.use(connection), m_secrets, m_clock,
                                                    m_network ? m_network(connection) : systemNetwork);
    connect(&m_session->limiter(), &RateLimiter::leftChanged, this,
            [this, perDay = connection.requestsPerDay](std::optional<int> left) { emit quotaChanged(left, perDay); });
    connect(&m_session->tokens(), &TokenProvider::changed, this, &ActiveConnection::tokenChanged);
    emit changed(m_session->connection());
    emit quotaChanged(m_session->limiter().left(), m_session->connection().requestsPerDay);
    emit tokenChanged(std::nullopt);
}

void ActiveConnection::useNamed(const QString &name)
{
    const auto connection = m_connections.find(name);
    // A stored connection may have been removed by hand; the built-in ones are always there.
    use(connection ? *connection : m_connections.all().front());
}

void ActiveConnection::choose(const QString &name)
{
    if (m_stopped || isPractice())
        return;
    emit chosen(name);
    if (m_session)
        useNamed(name);
}

void ActiveConnection::refresh(const QString &name)
{
    if (m_session && name == this->name())
        useNamed(name);
}

void ActiveConnection::keepForThisRun(const QString &name, const Secret &clientSecret, const Secret &proxyPassword)
{
    const auto connection = m_connections.find(name);
    if (connection && !clientSecret.isEmpty())
        m_secrets.keepForThisRun(connection->secretKey(), clientSecret);
    if (connection && !proxyPassword.isEmpty())
        m_secrets.keepForThisRun(connection->proxyPasswordKey(), boundProxyPassword(connection->proxy, proxyPassword));
    refresh(name);
}

void ActiveConnection::stop()
{
    m_stopped = true;
    leave();
}

void ActiveConnection::leave()
{
    if (!m_session)
        return;
    emit leaving();
    m_session->limiter().disconnect(this);
    m_session->tokens().disconnect(this);
    // Whoever changes the connection may have been called by the session: it ends when the event loop is back.
    QMetaObject::invokeMethod(
        this, [left = std::shared_ptr(std::move(m_session))] {}, Qt::QueuedConnection);
}

void ActiveConnection::withholdSecretsOfOthers()
{
    for (const Connection &connection : m_connections.all()) {
        if (m_connections.hasSecretLeft(connection.name))
            m_secrets.withhold(connection.secretKey());
    }
}

} // namespace linterna
