// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "net/httpexchange.h"
#include "net/tlsfailure.h"
#include "net/urlrule.h"

namespace linterna {

//! Gives Qt, which asks for each request, the proxy that was found for the request's server.
class HttpClient::ProxyTable : public QNetworkProxyFactory
{
public:
    explicit ProxyTable(std::shared_ptr<QHash<QString, QNetworkProxy>> chosen) : m_chosen(std::move(chosen)) {}
    static QString keyOf(const QUrl &url)
    {
        return url.host() + u':' + QString::number(url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80));
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {m_chosen->value(keyOf(query.url()), QNetworkProxy(QNetworkProxy::NoProxy))};
    }

private:
    std::shared_ptr<QHash<QString, QNetworkProxy>> m_chosen;
};

HttpClient::HttpClient(QNetworkAccessManager &network, Clock &clock, Limits limits, QObject *parent)
    : QObject(parent), m_network(network), m_clock(clock), m_limits(limits), m_deadlines(clock, limits.deadline),
      m_proxies(clock)
{
    m_network.setProxyFactory(new ProxyTable(m_chosen)); // which takes it over
    // For all replies at once: a connection for each would be made and undone with every request.
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, [](QNetworkReply *reply, const QList<QSslError> &errors) {
        for (QObject *child : reply->children()) {
            if (auto *exchange = dynamic_cast<HttpExchange *>(child))
                exchange->setSslErrors(errors);
        }
    });
}

HttpClient::HttpClient(QNetworkAccessManager &network, Clock &clock, QObject *parent)
    : HttpClient(network, clock, Limits{}, parent)
{
}

JobOf<HttpReply> *HttpClient::send(HttpRequest request)
{
    auto *job = new HttpJob(this);
    if (!isAllowedServiceUrl(request.url)) {
        job->finish(Error{.code = ErrorCode::Invalid,
                          .detail = QStringLiteral("%1 is neither https nor http to this computer")
                                        .arg(request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath))});
        return job;
    }
    if (const auto proxy = m_proxies.known(request.proxy, request.url)) {
        start(std::move(request), job, *proxy);
        return job;
    }
    auto *search = m_proxies.find(request.proxy, request.url);
    connect(job, &Job::cancelled, search, &Job::cancel);
    search->onFinished(job, [this, job, request = std::move(request)](const Result<QNetworkProxy> &proxy) {
        if (job->isFinished())
            return;
        if (proxy)
            start(request, job, *proxy);
        else
            job->finish(proxy.error());
    });
    return job;
}

void HttpClient::start(HttpRequest request, HttpJob *job, const QNetworkProxy &proxy)
{
    const Result<QSslConfiguration> security = tls(request.caFile);
    if (!security.ok()) {
        job->finish(security.error());
        return;
    }
    m_chosen->insert(ProxyTable::keyOf(request.url), proxy);
    auto *exchange = new HttpExchange(m_clock, m_limits, m_proxies, std::move(request), job);
    exchange->start(m_network, *security);
    m_deadlines.add(exchange);
}

Result<QSslConfiguration> HttpClient::tls(const QString &caFile)
{
    if (const auto known = m_tls.constFind(caFile); known != m_tls.constEnd())
        return *known;
    const Result<QSslConfiguration> configuration = tlsConfiguration(caFile);
    return configuration ? *m_tls.insert(caFile, *configuration) : configuration;
}

} // namespace linterna
