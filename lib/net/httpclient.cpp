// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

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
        static const QNetworkProxy none(QNetworkProxy::NoProxy);
        return {m_chosen->isEmpty() ? none : m_chosen->value(keyOf(query.url()), none)};
    }

private:
    std::shared_ptr<QHash<QString, QNetworkProxy>> m_chosen;
};

namespace {

HttpExchange *exchangeOf(const QNetworkReply *reply)
{
    for (QObject *child : reply->children()) {
        if (auto *exchange = dynamic_cast<HttpExchange *>(child))
            return exchange;
    }
    return nullptr;
}

} // namespace

HttpClient::HttpClient(QNetworkAccessManager &network, Clock &clock, Limits limits, QObject *parent)
    : QObject(parent), m_network(network), m_shared{clock, limits, ProxyFinder(clock)},
      m_deadlines(clock, limits.deadline)
{
    m_network.setProxyFactory(new ProxyTable(m_chosen)); // which takes it over
    // For all replies at once: a connection for each would be made and undone with every request.
    connect(&m_network, &QNetworkAccessManager::sslErrors, this,
            [](QNetworkReply *reply, const QList<QSslError> &errors) {
                if (HttpExchange *exchange = exchangeOf(reply))
                    exchange->setSslErrors(errors);
            });
    connect(&m_network, &QNetworkAccessManager::encrypted, this, [](QNetworkReply *reply) {
        if (HttpExchange *exchange = exchangeOf(reply))
            exchange->noteEncryption();
    });
    connect(&m_network, &QNetworkAccessManager::finished, this, &HttpClient::replyFinished);
}

HttpClient::HttpClient(QNetworkAccessManager &network, Clock &clock, QObject *parent)
    : HttpClient(network, clock, Limits{}, parent)
{}

HttpClient::~HttpClient()
{
    m_deadlines.cancelAll();
    for (const QPointer<QNetworkReply> &ended : m_ended) {
        if (ended)
            ended->deleteLater();
    }
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
        start(exchange, *proxy);
        return exchange;
    }
    auto *search = m_shared.proxies.find(choice, url);
    connect(exchange, &Job::cancelled, search, &Job::cancel);
    search->onFinished(exchange, [this, exchange](const Result<QNetworkProxy> &proxy) {
        if (exchange->isFinished())
            return;
        if (proxy)
            start(exchange, *proxy);
        else
            exchange->finish(proxy.error());
    });
    return exchange;
}

void HttpClient::start(HttpExchange *exchange, const QNetworkProxy &proxy)
{
    const Result<QSslConfiguration> security = tls(exchange->request().caFile);
    if (!security.ok()) {
        exchange->finish(security.error());
        return;
    }
    if (proxy.type() != QNetworkProxy::NoProxy || !m_chosen->isEmpty()) // which is what it says when it is empty
        m_chosen->insert(ProxyTable::keyOf(exchange->request().url), proxy);
    exchange->start(m_network, *security);
    m_deadlines.add(exchange);
}

//! A reply must not go while it tells that it is finished. One that came whole goes when the next one has come:
//! deleteLater() would post an event for each, which costs as much as reading the reply. One that was stopped may
//! hold much, and goes as soon as it can.
void HttpClient::replyFinished(QNetworkReply *reply)
{
    HttpExchange *exchange = exchangeOf(reply);
    if (!exchange)
        return;
    if (exchange->isFinished()) {
        exchange->replyFinished();
        reply->deleteLater();
        return;
    }
    if (m_repliesTelling == 0) { // else one of them may be telling, with an event loop inside whoever listens
        for (const QPointer<QNetworkReply> &ended : std::exchange(m_ended, {}))
            delete ended.data();
    }
    m_ended.emplace_back(reply);
    const QPointer<HttpClient> self(this);
    ++m_repliesTelling;
    exchange->replyFinished();
    if (self)
        --m_repliesTelling;
}

Result<QSslConfiguration> HttpClient::tls(const QString &caFile)
{
    if (const auto known = m_tls.constFind(caFile); known != m_tls.constEnd())
        return *known;
    const Result<QSslConfiguration> configuration = tlsConfiguration(caFile);
    return configuration ? *m_tls.insert(caFile, *configuration) : configuration;
}

} // namespace linterna
