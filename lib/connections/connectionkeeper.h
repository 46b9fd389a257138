// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/connections/connectionstore.h"
#include "lib/secrets/secretstore.h"

namespace linterna {

//! What became of a connection that was to be saved.
struct SavedConnection {
    //! A secret was stored that had been given for other servers; it has been removed.
    bool oldSecretRemoved = false;
    //! Why the new secret is not stored; the connection is saved all the same.
    std::optional<Error> secretNotStored = {};
    //! Why the new password for the proxy is not stored; the connection is saved all the same.
    std::optional<Error> proxyPasswordNotStored = {};
};

//! What became of a connection that was to be removed.
struct RemovedConnection {
    //! Why the secret is still in the keyring; empty where it is gone.
    std::optional<Error> secretLeft = {};
};

//! Where the client secret of a connection is.
enum class SecretPlace { Nowhere, Keyring, ThisRun };

//! Saves, replaces and removes a connection together with its client secret, so that no secret ever meets a server that
//! it was not given for.
class ConnectionKeeper : public QObject
{
    Q_OBJECT
public:
    ConnectionKeeper(ConnectionStore &connections, SecretStore &secrets, QObject *parent = nullptr);

    //! Whether the secret that is stored under the connection's name must not be used with it: it was given for other
    //! servers.
    [[nodiscard]] bool needsNewSecret(const Connection &connection) const;
    //! Saves the connection, then the secret; an empty one leaves what is stored. A secret for other servers is removed
    //! before anything else; where there is no keyring and a new secret came along, its name is marked instead.
    //!
    //! Errors: Invalid (the secret holds what nobody sees, see secretProblemLine()), those of SecretStore where the old
    //! secret could not be removed, and those of ConnectionStore::put. The connection is as it was then. Cancelled says
    //! nothing about how far it came.
    [[nodiscard]] JobOf<SavedConnection> *save(const Connection &connection, const Secret &secret,
                                               const Secret &proxyPassword = {});
    //! Removes the connection (of a built-in one, its changes), its secret and its password for the proxy. The
    //! connection goes even where the keyring keeps the secret; its name is then marked, so that save() knows. Errors:
    //! those of ConnectionStore::remove.
    [[nodiscard]] JobOf<RemovedConnection> *remove(const QString &name);
    //! Where the client secret is, without giving it to anybody. Errors: those of SecretStore.
    [[nodiscard]] JobOf<SecretPlace> *findSecret(const Connection &connection);
    //! Where the password for the connection's proxy is; one that was given for another proxy is Nowhere. Errors: those
    //! of SecretStore.
    [[nodiscard]] JobOf<SecretPlace> *findProxyPassword(const Connection &connection);

private:
    [[nodiscard]] JobOf<SecretPlace> *placeOf(const QString &key, const std::function<bool(const Secret &)> &counts);

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
};

} // namespace linterna
