// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/net/httpmessage.h"
#include "lib/net/keptconnections.h"
#include "lib/net/networkaccess.h"
#include "lib/net/proxyfinder.h"
#include "lib/net/proxygate.h"

#include <QHash>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

namespace linterna {

//! How servers have to prove who they are, and what spares or shortens the next handshake with them. Belongs to one CA
//! file and one client: when other certificates are trusted, nothing is resumed that the old ones had vouched for.
struct TrustedServers {
    TrustedServers(const QSslConfiguration &configuration, Clock &clock) : tls(configuration), kept(clock) {}
    const QSslConfiguration tls;
    //! The newest TLS session ticket of each server, by authority ("127.0.0.1:8443").
    QHash<QString, QByteArray> tickets;
    KeptConnections kept;
};

//! One request on its way, with a network that nobody else uses at the same time.
class HttpExchange final : public JobOf<HttpReply>
{
public:
    //! What all exchanges of a client share; lives until they have ended.
    struct Shared {
        Clock &clock;
        HttpLimits limits;
        ProxyFinder proxies;
    };
    HttpExchange(Shared &shared, HttpRequest request, QObject *parent)
        : JobOf(parent), m_shared(shared), m_request(std::move(request))
    {}
    ~HttpExchange() override;

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    //! Sends the request: over a kept connection, where the request may use one and there is one, else over what
    //! `access` makes.
    void start(const NetworkAccess &access, const QNetworkProxy &proxy, std::shared_ptr<TrustedServers> servers);
    //! Sets the proxy that the request is about to go through.
    void setProxyUse(const ProxyUse &use) { m_proxyUse = use; }
    void cancel() override;

private:
    [[nodiscard]] QNetworkRequest prepared();
    void begin(const QNetworkRequest &request);
    void end(Error error);
    void stopReply();
    void read();
    void replyFinished();
    void noteEncryption();
    void noteReply();
    void keepTicket();
    void offerConnection(const HttpReply &reply);
    void keepConnection();
    [[nodiscard]] Error failure();

    Shared &m_shared;
    HttpRequest m_request; //!< kept until it is sent
    std::shared_ptr<TrustedServers> m_servers;
    ProxyUse m_proxyUse;
    KeptConnections::Place m_place;
    std::unique_ptr<QNetworkAccessManager> m_network; //!< owns the reply
    QNetworkReply *m_reply = nullptr;
    std::shared_ptr<HttpTranscript> m_transcript;
    std::shared_ptr<ConnectionUse> m_use;
    std::chrono::milliseconds m_begun{};
    std::unique_ptr<Alarm> m_deadline;
    QByteArray m_body; // what Qt was given: shared with its own copy, so that wiping reaches both
    std::vector<QByteArray> m_secretValues;
    QByteArray m_received;
    QList<QSslError> m_sslErrors;
};

} // namespace linterna
