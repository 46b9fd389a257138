// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificateprobe.h"

#include "lib/tls/tlsfailure.h"

#include <QMetaEnum>
#include <QSslSocket>

#include <algorithm>

namespace linterna {

namespace {

//! One probe of a server. Deletes itself when it has ended, or goes with the CertificateProbe.
class Look : public QObject
{
public:
    Look(Clock &clock, JobOf<ServerCertificates> *job, QObject *parent) : QObject(parent), m_job(job)
    {
        connect(&m_socket, &QSslSocket::sslErrors, this,
                [this](const QList<QSslError> &refused) { take(tlsFailure(refused, {}).tls); });
        connect(&m_socket, &QSslSocket::encrypted, this, [this] { take({}); });
        connect(&m_socket, &QSslSocket::errorOccurred, this, [this] { end(failure()); });
        connect(job, &Job::cancelled, this, [this] { end(Error{.code = ErrorCode::Cancelled}); });
        m_deadline = clock.after(CertificateProbe::deadline, [this] { end(Error{.code = ErrorCode::Timeout}); });
    }

    ~Look() override { m_socket.disconnect(this); }

    void start(const QString &host, quint16 port, const QNetworkProxy &proxy, const QSslConfiguration &tls)
    {
        m_host = host;
        m_socket.setProxy(proxy);
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(host, port);
    }

private:
    void take(const std::optional<TlsProblem> &refused)
    {
        QList<QSslCertificate> presented = m_socket.peerCertificateChain();
        presented.resize(std::min(presented.size(), mostCertificates));
        ServerCertificates seen{.chain = {}, .refused = refused};
        std::ranges::transform(presented, std::back_inserter(seen.chain), certificateFacts);
        if (seen.chain.empty())
            end(tlsFailure({}, {}));
        else
            end(std::move(seen));
    }

    Error failure() const
    {
        if (m_socket.error() == QAbstractSocket::SslHandshakeFailedError)
            return tlsFailure({}, m_socket.errorString());
        const char *name = QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(m_socket.error());
        return Error{.code = ErrorCode::Offline,
                     .detail = QStringLiteral("%1: %2").arg(m_host, QLatin1StringView(name))};
    }

    void end(Result<ServerCertificates> result)
    {
        // Leaving makes the socket tell of errors of its own.
        m_socket.disconnect(this);
        m_deadline.reset();
        m_socket.abort();
        if (m_job)
            m_job->finish(std::move(result));
        deleteLater();
    }

    QPointer<JobOf<ServerCertificates>> m_job;
    QString m_host;
    QSslSocket m_socket;
    std::unique_ptr<Alarm> m_deadline;
};

} // namespace

CertificateProbe::CertificateProbe(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

JobOf<ServerCertificates> *CertificateProbe::ask(const QString &host, quint16 port, const QNetworkProxy &proxy)
{
    auto *job = new JobOf<ServerCertificates>(this);
    if (host.isEmpty() || port == 0) {
        job->finish(Error{.code = ErrorCode::Invalid, .detail = QStringLiteral("a host and a port are needed")});
        return job;
    }
    const Result<QSslConfiguration> tls = tlsConfiguration({});
    if (!tls) {
        job->finish(tls.error());
        return job;
    }
    auto *look = new Look(m_clock, job, this);
    look->start(host, port, proxy, *tls);
    return job;
}

} // namespace linterna
