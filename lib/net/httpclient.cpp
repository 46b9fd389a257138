// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/httpclient.h"

#include "lib/net/urlrule.h"
#include "lib/tls/tlsfailure.h"

namespace linterna {

HttpClient::HttpClient(Clock &clock, NetworkAccess network, Limits limits, QObject *parent)
    : QObject(parent), m_network(std::move(network)), m_shared{clock, limits, ProxyFinder(clock)}, m_gate(clock)
{}

HttpClient::~HttpClient()
{
    // Here, while what exchanges share still lives.
    for (Job *exchange : findChildren<Job *>(QString(), Qt::FindDirectChildrenOnly))
        exchange->cancel();
}

JobOf<HttpReply> *HttpClient::send(HttpRequest request)
{
    auto *exchange = new HttpExchange(m_shared, std::move(request), this);
    const QUrl &url = exchange->request().url;
    const ProxyChoice &choice = exchange->request().proxy;
    if (!isAllowedServiceUrl(url)) {
        exchange->finish(Error{.code = ErrorCode::Invalid,
                               .detail = QStringLiteral("%1 is neither https nor http to this computer")
                                             .arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath))});
        return exchange;
    }
    if (const auto proxy = m_shared.proxies.known(choice, url)) {
        admit(exchange, *proxy);
        return exchange;
    }
    auto *search = m_shared.proxies.find(choice, url);
    connect(exchange, &Job::cancelled, search, &Job::cancel);
    search->onFinished(exchange, [this, exchange](const Result<QNetworkProxy> &proxy) {
        if (exchange->isFinished())
            return;
        if (proxy)
            admit(exchange, *proxy);
        else
            exchange->finish(proxy.error());
    });
    return exchange;
}

//! Sends the request once the proxy, where there is one, lets it through.
void HttpClient::admit(HttpExchange *exchange, const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy) {
        start(exchange, proxy);
        return;
    }
    const QUrl url = exchange->request().url;
    auto *job = m_gate.admit(exchange->request().proxy, proxy, url);
    connect(exchange, &Job::cancelled, job, &Job::cancel);
    job->onFinished(this, [this, url, exchange = QPointer(exchange)](const Result<QNetworkProxy> &admitted) {
        if (!exchange || exchange->isFinished()) {
            if (admitted)
                m_gate.ended(*admitted, url, Error{.code = ErrorCode::Cancelled});
            return;
        }
        if (!admitted) {
            exchange->finish(admitted.error());
            return;
        }
        exchange->onFinished(this, [this, url, through = *admitted](const Result<HttpReply> &reply) {
            m_gate.ended(through, url, reply ? std::nullopt : std::optional(reply.error()));
        });
        exchange->setProxyUse(m_gate.useOf(*admitted, url));
        start(exchange, *admitted);
    });
}

void HttpClient::start(HttpExchange *exchange, const QNetworkProxy &proxy)
{
    const auto servers = trustedServersFor(exchange->request().caFile);
    if (!servers.ok()) {
        exchange->finish(servers.error());
        return;
    }
    exchange->start(m_network, proxy, *servers);
}

Result<std::shared_ptr<TrustedServers>> HttpClient::trustedServersFor(const QString &caFile)
{
    if (const auto known = m_trusted.constFind(caFile); known != m_trusted.constEnd())
        return *known;
    const Result<QSslConfiguration> configuration = tlsConfiguration(caFile);
    if (!configuration)
        return configuration.error();
    return *m_trusted.insert(caFile, std::make_shared<TrustedServers>(*configuration, m_shared.clock));
}

} // namespace linterna
