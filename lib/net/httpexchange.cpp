// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/httpexchange.h"

#include "lib/net/secretmask.h"
#include "lib/tls/tlsfailure.h"

#include <QMetaEnum>

#include <algorithm>

namespace linterna {

namespace {

constexpr qint64 readAhead = qint64{256} * 1024; // bytes that Qt may hold for us before we take them

//! Where a redirect pointed, without query and fragment, which may carry anything.
QString shownLocation(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    return target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

//! Errors from 1 to 199 are the network's or a proxy's, whatever HTTP status came before them: a reply that was cut
//! short has status 200 and bytes. The others stand for an HTTP status.
bool isNetworkFailure(QNetworkReply::NetworkError error)
{
    return (error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied)
        || error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolFailure;
}

//! "Bearer ••••••" of "Bearer abc".
QByteArray withoutCredentials(const QByteArray &authorization)
{
    return authorization.left(authorization.indexOf(' ') + 1) + secretDots();
}

QString tlsVersionName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    default: // older ones are refused
        return {};
    }
}

//! The header fields of a request, but for those with secrets.
NamedValues openHeaders(const HttpRequest &request)
{
    // Naming an encoding also switches Qt's own unpacking off: no bomb is ever unpacked. There is no cache here, and
    // one on the way must not answer.
    const NamedValues common{{"Accept-Encoding", "identity"},
                             {"Accept", "application/json"},
                             {"Cache-Control", "no-cache"},
                             {"Connection", request.connection ? "keep-alive" : "close"},
                             {"User-Agent", "Linterna"}};
    return common + request.headers;
}

} // namespace

HttpExchange::~HttpExchange()
{
    cancel(); // whoever waits is told that
    wipe(m_body);
    for (QByteArray &value : m_secretValues)
        wipe(value);
}

void HttpExchange::cancel()
{
    if (isFinished())
        return;
    JobOf::cancel();
    stopReply();
}

void HttpExchange::stopReply()
{
    if (m_reply && m_reply->isRunning())
        m_reply->abort(); // tells that it finished, before it returns
}

QNetworkRequest HttpExchange::prepared()
{
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = m_servers->tls;
    tls.setSessionTicket(m_servers->tickets.value(m_request.url.authority()));
    request.setSslConfiguration(tls);
    for (const auto &[name, value] : openHeaders(m_request))
        request.setRawHeader(name, value);
    for (const auto &[name, value] : m_request.secretHeaders) {
        m_secretValues.push_back(value.view().toByteArray());
        request.setRawHeader(name, m_secretValues.back());
    }
    return request;
}

void HttpExchange::start(const NetworkAccess &access, const QNetworkProxy &proxy,
                         std::shared_ptr<TrustedServers> servers)
{
    m_servers = std::move(servers);
    m_use = m_request.connection;
    m_place = {m_request.url.authority(), proxy};
    if (m_use)
        m_network = m_servers->kept.take(m_place);
    if (m_network) {
        m_use->wasUsedBefore = true;
    } else {
        m_network = access();
        m_network->setProxy(proxy);
    }
    QNetworkRequest request = prepared();
    begin(request);
    if (m_request.method == HttpRequest::Method::Post) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        m_body = m_request.body.view().toByteArray();
        m_reply = m_network->post(request, m_body);
    } else {
        m_reply = m_network->get(request);
    }
    m_request = {};
    m_deadline = m_shared.clock.after(m_shared.limits.deadline, [this] { end(Error{.code = ErrorCode::Timeout}); });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::replyFinished);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::noteEncryption);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
}

//! Writes what goes out into the transcript.
void HttpExchange::begin(const QNetworkRequest &request)
{
    m_begun = m_shared.clock.monotonic();
    m_transcript = m_request.transcript;
    if (!m_transcript)
        return;
    const bool posts = m_request.method == HttpRequest::Method::Post;
    m_transcript->method = posts ? QByteArrayLiteral("POST") : QByteArrayLiteral("GET");
    m_transcript->url = request.url();
    m_transcript->sentAt = m_shared.clock.now();
    NamedValues &headers = m_transcript->requestHeaders;
    headers = openHeaders(m_request);
    for (std::size_t i = 0; i < m_secretValues.size(); ++i)
        headers.emplace_back(m_request.secretHeaders[i].first, withoutCredentials(m_secretValues[i]));
    if (posts) {
        m_transcript->requestHeaders.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        m_transcript->requestBody = m_request.bodyForTranscript;
    }
}

//! Writes what came back into the transcript. Whoever takes that takes the secrets out that a server sent back
//! (lib/net/cleanreply.h).
void HttpExchange::noteReply()
{
    if (!m_transcript)
        return;
    m_transcript->took = m_shared.clock.monotonic() - m_begun;
    m_transcript->status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_transcript->replyHeaders = m_reply->rawHeaderPairs();
}

void HttpExchange::noteEncryption()
{
    if (m_transcript)
        m_transcript->tlsVersion = tlsVersionName(m_reply->sslConfiguration().sessionProtocol());
}

//! Stores the TLS session ticket: a handshake that resumes a session costs a fraction of a full one. A ticket is
//! dropped after a failure of the network, so that it is not tried twice.
void HttpExchange::keepTicket()
{
    const QByteArray ticket = m_reply->sslConfiguration().sessionTicket();
    const QString server = m_reply->url().authority();
    if (isNetworkFailure(m_reply->error()))
        m_servers->tickets.remove(server);
    else if (!ticket.isEmpty())
        m_servers->tickets.insert(server, ticket);
}

//! Lets whoever waits for the reply keep the connection, where the server does not close it.
void HttpExchange::offerConnection(const HttpReply &reply)
{
    if (m_use && !reply.header("connection").toLower().contains("close"))
        m_use->keep = [self = QPointer(this)] {
            if (self && self->m_network)
                self->keepConnection();
        };
}

void HttpExchange::keepConnection()
{
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    m_servers->kept.keep(m_place, std::move(m_network));
}

void HttpExchange::end(Error error)
{
    if (isFinished())
        return;
    if (error.code == ErrorCode::Offline || isProxyProblem(error.code))
        m_shared.proxies.forget(); // the system may name another proxy by now
    finish(std::move(error));
    stopReply();
}

void HttpExchange::read()
{
    // abort() emits readyRead and finished once more on its way out.
    if (isFinished())
        return;
    if (m_reply->readBufferSize() == 0) // Qt takes no limit before the reply has begun
        m_reply->setReadBufferSize(readAhead);
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    m_received += m_reply->readAll();
    if (std::max<qint64>(announced, m_received.size()) > m_shared.limits.maxBytes) {
        m_received.clear();
        end(Error{.code = ErrorCode::TooLarge,
                  .httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                  .detail = QStringLiteral("more than %1 bytes").arg(m_shared.limits.maxBytes)});
    }
}

Error HttpExchange::failure()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::SslHandshakeFailedError || !m_sslErrors.isEmpty())
        return tlsFailure(m_sslErrors, m_reply->errorString(), m_servers->tls.caCertificates(), m_shared.clock.now());
    if (const auto proxy = proxyFailure(error, m_proxyUse))
        return *proxy;
    // The error's text may hold the whole URL, and with it the receipt number: only its name goes on.
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return Error{.code = ErrorCode::Offline,
                 .detail = QStringLiteral("%1: %2").arg(m_reply->url().host(), QLatin1StringView(name))};
}

void HttpExchange::replyFinished()
{
    if (m_reply->bytesAvailable() > 0)
        read();
    noteReply();
    keepTicket();
    if (isFinished())
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isNetworkFailure(m_reply->error()) || status == 0) {
        end(failure());
        return;
    }
    // Where the status is an error, Qt reports that and not that the reply was cut short.
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && m_received.size() < announced.toLongLong()) {
        end(Error{.code = ErrorCode::Offline,
                  .detail = QStringLiteral("%1: the reply was cut short").arg(m_reply->url().host())});
        return;
    }
    // 100 is passed over, but Qt 6.4 takes any other interim reply for the last one.
    if (status < 200) {
        end(Error{.code = ErrorCode::InterimReply, .httpStatus = status});
        return;
    }
    if (status >= 300 && status < 400) {
        end(Error{.code = ErrorCode::Redirected, .httpStatus = status, .detail = shownLocation(*m_reply)});
        return;
    }
    HttpReply reply{.status = status,
                    .body = std::move(m_received),
                    .headers = m_reply->rawHeaderPairs(),
                    .arrivedAt = m_shared.clock.now(),
                    .arrivedAtMonotonic = m_shared.clock.monotonic()};
    const QByteArray encoding = reply.header("content-encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        end(Error{.code = ErrorCode::Unreadable, .httpStatus = status, .detail = QStringLiteral("compressed reply")});
        return;
    }
    offerConnection(reply);
    finish(std::move(reply));
}

} // namespace linterna
