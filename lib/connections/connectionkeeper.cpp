// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionkeeper.h"

#include "lib/connections/connectionfile.h"
#include "lib/connections/connectiontext.h"
#include "lib/connections/proxypassword.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fate = ConnectionStore::SecretFate;

//! Lets `step` go with `job` when that is cancelled, and hears its end only as long as `job` runs.
template<class T, class U>
void follow(JobOf<T> *job, JobOf<U> *step, std::function<void(const Result<U> &)> then)
{
    QObject::connect(job, &Job::cancelled, step, &Job::cancel);
    step->onFinished(job, [job, then = std::move(then)](const Result<U> &result) {
        if (!job->isFinished())
            then(result);
    });
}

class SaveJob : public JobOf<SavedConnection>
{
public:
    SaveJob(ConnectionStore &connections, SecretStore &secrets, Connection connection, Secret secret,
            const Secret &proxyPassword, QObject *parent)
        : JobOf(parent), m_connections(connections), m_secrets(secrets), m_connection(std::move(connection)),
          m_secret(std::move(secret)),
          m_proxyPassword(proxyPassword.isEmpty() ? Secret() : boundProxyPassword(m_connection.proxy, proxyPassword))
    {}

    void removeOldSecretFirst()
    {
        follow<SavedConnection, Nothing>(this, m_secrets.remove(m_connection.secretKey()),
                                         [this](const Result<Nothing> &removed) {
                                             m_saved.oldSecretRemoved = removed.ok();
                                             // Without a keyring there is nothing that could be sent in this session:
                                             // the mark keeps it from being sent in another.
                                             const bool markOnly = !removed && !m_secret.isEmpty()
                                                 && removed.error().code == ErrorCode::KeychainAbsent;
                                             if (removed || markOnly)
                                                 putConnection(removed ? Fate::Gone : Fate::Left);
                                             else
                                                 finish(removed.error());
                                         });
    }

    void putConnection(ConnectionStore::SecretFate oldSecret)
    {
        if (const auto put = m_connections.put(m_connection, oldSecret); !put)
            finish(put.error());
        else if (m_secret.isEmpty())
            writeProxyPassword();
        else
            writeSecret();
    }

private:
    void writeSecret()
    {
        follow<SavedConnection, Nothing>(this, m_secrets.write(m_connection.secretKey(), m_secret),
                                         [this](const Result<Nothing> &written) {
                                             if (!written)
                                                 m_saved.secretNotStored = written.error();
                                             writeProxyPassword();
                                         });
    }

    void writeProxyPassword()
    {
        if (m_proxyPassword.isEmpty())
            return finish(m_saved);
        follow<SavedConnection, Nothing>(this, m_secrets.write(m_connection.proxyPasswordKey(), m_proxyPassword),
                                         [this](const Result<Nothing> &written) {
                                             if (!written)
                                                 m_saved.proxyPasswordNotStored = written.error();
                                             finish(m_saved);
                                         });
    }

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    Connection m_connection;
    Secret m_secret;
    Secret m_proxyPassword;
    SavedConnection m_saved;
};

} // namespace

ConnectionKeeper::ConnectionKeeper(ConnectionStore &connections, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_connections(connections), m_secrets(secrets)
{}

bool ConnectionKeeper::needsNewSecret(const Connection &connection) const
{
    const auto before = m_connections.find(connection.name);
    return m_connections.hasSecretLeft(connection.name) || (before && !talkToSameServers(*before, connection));
}

JobOf<SavedConnection> *ConnectionKeeper::save(const Connection &connection, const Secret &secret,
                                               const Secret &proxyPassword)
{
    auto *job = new SaveJob(m_connections, m_secrets, connection, secret, proxyPassword, this);
    for (const auto &[entered, what] :
         {std::pair(&secret, "client secret"), std::pair(&proxyPassword, "proxy password")}) {
        if (const QString problem = secretProblemLine(entered->view()); !problem.isEmpty()) {
            job->finish(Error{.code = ErrorCode::Invalid, .detail = u"%1: %2"_s.arg(QLatin1StringView(what), problem)});
            return job;
        }
    }
    // A connection that the store will refuse must not cost the old secret.
    const bool refused = builtInConnection(connection.name) || !problemsIn(connectionToJson(connection)).empty();
    if (needsNewSecret(connection) && !refused)
        job->removeOldSecretFirst();
    else
        job->putConnection(Fate::Gone);
    return job;
}

JobOf<RemovedConnection> *ConnectionKeeper::remove(const QString &name)
{
    auto *job = new JobOf<RemovedConnection>(this);
    Connection connection;
    connection.name = name;
    const QString key = connection.secretKey();
    const QString proxyKey = connection.proxyPasswordKey();
    struct Removal {
        int left = 2;
        std::optional<Error> secret;
        std::optional<Error> proxyPassword;
    };
    const auto removal = std::make_shared<Removal>();
    const auto ended = [this, job, name, removal] {
        if (--removal->left > 0)
            return;
        const auto removed = m_connections.remove(name, removal->secret ? Fate::Left : Fate::Gone);
        if (!removed)
            job->finish(removed.error());
        else
            job->finish(RemovedConnection{.secretLeft = removal->secret ? removal->secret : removal->proxyPassword});
    };
    // Both at once: a keyring that waits for its person is waited for once.
    follow<RemovedConnection, Nothing>(job, m_secrets.remove(key), [removal, ended](const Result<Nothing> &result) {
        removal->secret = result ? std::nullopt : std::optional(result.error());
        ended();
    });
    follow<RemovedConnection, Nothing>(
        job, m_secrets.remove(proxyKey), [removal, ended](const Result<Nothing> &result) {
            removal->proxyPassword = result ? std::nullopt : std::optional(result.error());
            ended();
        });
    return job;
}

JobOf<SecretPlace> *ConnectionKeeper::findSecret(const Connection &connection)
{
    return placeOf(connection.secretKey(), [](const Secret &stored) { return !stored.isEmpty(); });
}

JobOf<SecretPlace> *ConnectionKeeper::findProxyPassword(const Connection &connection)
{
    return placeOf(connection.proxyPasswordKey(), [proxy = connection.proxy](const Secret &stored) {
        return !proxyPasswordIn(stored, proxy).isEmpty();
    });
}

JobOf<SecretPlace> *ConnectionKeeper::placeOf(const QString &key, const std::function<bool(const Secret &)> &counts)
{
    auto *job = new JobOf<SecretPlace>(this);
    follow<SecretPlace, Secret>(job, m_secrets.read(key), [this, job, key, counts](const Result<Secret> &secret) {
        if (!secret)
            job->finish(secret.error());
        else if (!counts(*secret))
            job->finish(SecretPlace::Nowhere);
        else
            job->finish(m_secrets.isKeptForThisRun(key) ? SecretPlace::ThisRun : SecretPlace::Keyring);
    });
    return job;
}

} // namespace linterna
