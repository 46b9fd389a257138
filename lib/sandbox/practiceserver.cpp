// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/practiceserver.h"

#include "lib/base/log.h"
#include "lib/sandbox/practicegateway.h"

#include <QAbstractHttpServer>
#include <QFile>
#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

namespace linterna {

namespace {

Error fault(ErrorCode code, const QString &detail)
{
    return Error{.code = code, .detail = detail};
}

Result<QByteArray> contentsOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fault(ErrorCode::Invalid, QStringLiteral("%1: %2").arg(name, file.errorString()));
    return file.readAll();
}

Result<QSslConfiguration> tlsOf(const QString &certificateFile, const QString &keyFile)
{
    const auto certificate = contentsOf(certificateFile);
    if (!certificate)
        return certificate.error();
    const auto keyPem = contentsOf(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return fault(ErrorCode::Invalid, QStringLiteral("%1: no PEM certificate in it").arg(certificateFile));
    QSslKey key(*keyPem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*keyPem, QSsl::Ec);
    if (key.isNull())
        return fault(ErrorCode::Invalid,
                     QStringLiteral("%1: no PEM key in it (RSA or EC, without passphrase)").arg(keyFile));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show no certificate
    return configuration;
}

//! The path as the log may show it: one that is not well formed may be a real receipt number mistyped, and is left out.
QString loggedPath(const QString &path)
{
    constexpr qsizetype longest = 200;
    constexpr auto prefix = PracticeGateway::casePath;
    if (path.startsWith(prefix) && receiptInPath(path.sliced(prefix.size())).isEmpty())
        return prefix + QStringLiteral("[malformed]");
    return redact(path.left(longest));
}

QByteArray httpBytes(const PracticeReply &reply, bool closes)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + " \r\nContent-Type: " + reply.contentType
        + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!reply.allow.isEmpty())
        bytes += "Allow: " + reply.allow + "\r\n";
    if (closes)
        bytes += "Connection: close\r\n";
    return bytes + "\r\n";
}

} // namespace

//! Takes the requests as they come, below QHttpServer's routes: those answer a wrong method and %2F with 404, and a
//! late reply through them crashes when the client has left.
class PracticeServer::Private : public QAbstractHttpServer
{
public:
    Private(Clock &clock, PracticeGateway gateway, std::chrono::milliseconds delay)
        : m_clock(clock), m_gateway(std::move(gateway)), m_delay(delay)
    {}

    Result<Nothing> openLog(const QString &name)
    {
        m_log.setFileName(name);
        if (!name.isEmpty() && !m_log.open(QIODevice::WriteOnly | QIODevice::Append))
            return fault(ErrorCode::Storage, QStringLiteral("%1: %2").arg(name, m_log.errorString()));
        return Nothing{};
    }

    Result<Nothing> open(std::unique_ptr<QTcpServer> server, quint16 port)
    {
        if (!server->listen(QHostAddress::LocalHost, port))
            return fault(ErrorCode::Offline,
                         QStringLiteral("port %1 on 127.0.0.1: %2").arg(port).arg(server->errorString()));
        m_server = server.release();
        connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
                socket->setReadBufferSize(MaxRequest); // Qt would keep a head of any size in memory
        });
        bind(m_server);
        return Nothing{};
    }

    const PracticeGateway &gateway() const { return m_gateway; }
    quint16 port() const { return m_server->serverPort(); }
    bool isTls() const { return qobject_cast<QSslServer *>(m_server) != nullptr; }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        const char *method = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()));
        const PracticeRequest taken{QByteArray(method).toUpper(), request.url().path(QUrl::FullyEncoded),
                                    request.value("authorization"), request.value("content-type"), request.body()};
        const PracticeReply reply = m_gateway.answer(taken);
        log(taken, reply.status);
        const bool closes = request.value("connection").toLower().contains("close");
        QByteArray bytes = httpBytes(reply, closes);
        if (request.method() != QHttpServerRequest::Method::Head)
            bytes += reply.body;
        const auto send = [socket, bytes, closes] {
            socket->write(bytes);
            if (closes)
                socket->disconnectFromHost();
        };
        if (m_delay.count() > 0 && taken.path.startsWith(PracticeGateway::casePath))
            QTimer::singleShot(m_delay, Qt::PreciseTimer, socket, send); // dies with the socket when the client leaves
        else
            send();
        return true;
    }

    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}

private:
    void log(const PracticeRequest &request, int status)
    {
        if (!m_log.isOpen())
            return;
        m_log.write(m_clock.now().toString(Qt::ISODateWithMs).toLatin1() + ' ' + request.method + ' '
                    + loggedPath(request.path).toUtf8() + ' ' + QByteArray::number(status) + '\n');
        m_log.flush();
    }

    Clock &m_clock;
    PracticeGateway m_gateway;
    std::chrono::milliseconds m_delay;
    QFile m_log;
    QTcpServer *m_server = nullptr;
};

PracticeServer::PracticeServer(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

PracticeServer::~PracticeServer() = default;

Result<Nothing> PracticeServer::start(const Options &options)
{
    Q_ASSERT(!d);
    std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>();
    if (!options.tlsCertificate.isEmpty() || !options.tlsKey.isEmpty()) {
        const auto tls = tlsOf(options.tlsCertificate, options.tlsKey);
        if (!tls)
            return tls.error();
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(*tls);
        server = std::move(secure);
    }
    const TokenEndpoint tokens(m_clock, options.clientAuth, options.tokenLifetime);
    const PracticeGateway gateway(m_clock, tokens, {options.requestsPerSecond, options.requestsPerDay});
    auto started = std::make_unique<Private>(m_clock, gateway, options.delay);
    if (auto opened = started->openLog(options.logFile); !opened)
        return opened;
    if (auto opened = started->open(std::move(server), options.port); !opened)
        return opened;
    d = std::move(started);
    return Nothing{};
}

QUrl PracticeServer::baseUrl() const
{
    if (!d)
        return {};
    const QString scheme = d->isTls() ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(d->port()));
}

QString PracticeServer::clientId()
{
    return QLatin1StringView(TokenEndpoint::clientId);
}

QString PracticeServer::clientSecret()
{
    return QLatin1StringView(TokenEndpoint::clientSecret);
}

QStringList PracticeServer::receipts()
{
    return PracticeCases::receipts();
}

QStringList PracticeServer::reservedReceipts()
{
    return PracticeCases::reservedReceipts();
}

int PracticeServer::caseRequests() const
{
    return d ? d->gateway().caseRequests() : 0;
}

int PracticeServer::tokenRequests() const
{
    return d ? d->gateway().tokenRequests() : 0;
}

} // namespace linterna
