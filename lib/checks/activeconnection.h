// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectionsession.h"
#include "lib/checks/ratelimiters.h"
#include "lib/connections/connectionstore.h"
#include "lib/secrets/layeredsecretstore.h"

namespace linterna {

//! The connection that checks go through, with its pace, its token and its secrets. Whoever shows or uses it follows the
//! signals. None is in use before the first use(). Once a practice connection is in use, it stays so for the whole run:
//! nothing of practice reaches a real server.
class ActiveConnection : public QObject
{
    Q_OBJECT
public:
    //! Gives the network over which a connection is used.
    using NetworkOf = std::function<NetworkAccess(const Connection &)>;

    //! Withholds secrets in the lasting store that were given for other servers than their connection has now, from the
    //! next change of `connections` on. All objects referred to must outlive this one.
    ActiveConnection(ConnectionStore &connections, LayeredSecretStore &secrets, RateLimiters &limiters, Clock &clock,
                     NetworkOf network = {}, QObject *parent = nullptr);
    ~ActiveConnection() override;

    //! All that belongs to the connection in use; null where none is.
    [[nodiscard]] ConnectionSession *session() const { return m_session.get(); }
    //! Name of the connection in use; empty where none is.
    [[nodiscard]] QString name() const;

    //! Uses this connection from now on. What was under way over another one stops.
    void use(const Connection &connection);
    //! Uses the stored connection of this name; the first of all where there is none.
    void useNamed(const QString &name);
    //! The person wants this connection from now on: emits chosen(), and uses it where one is in use already.
    void choose(const QString &name);
    //! What is stored for this connection, its settings or its secrets, has changed: takes it up where it is in use.
    void refresh(const QString &name);
    //! Keeps these secrets of a connection, each of which may be empty, in memory until the program ends, for where the
    //! keychain cannot store them.
    void keepForThisRun(const QString &name, const Secret &clientSecret, const Secret &proxyPassword);
    //! Stops what is under way, and uses no connection any more, whatever is chosen: everything is being erased.
    void stop();

signals:
    //! The connection in use is about to be left for another one, or for none. Its session is there for the last time.
    void leaving();
    //! The connection in use is another one from now on. The signals below tell of it alone.
    void changed(const linterna::Connection &connection);
    //! The person has chosen this connection, for later starts of the program too.
    void chosen(const QString &name);
    //! `left`: requests left today where known; `perDay`: 0 for no limit.
    void quotaChanged(std::optional<int> left, int perDay);
    //! The access token is valid until then; empty where there is none.
    void tokenChanged(const std::optional<QDateTime> &usableUntil);

private:
    void leave();
    void withholdSecretsOfOthers();
    [[nodiscard]] bool isPractice() const;

    ConnectionStore &m_connections;
    LayeredSecretStore &m_secrets;
    RateLimiters &m_limiters;
    Clock &m_clock;
    NetworkOf m_network;
    std::unique_ptr<ConnectionSession> m_session;
    bool m_stopped = false;
};

} // namespace linterna
