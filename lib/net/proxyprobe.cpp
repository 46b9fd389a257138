// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/proxyprobe.h"

#include "lib/net/proxychoice.h"
#include "lib/text/characters.h"

#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

constexpr qsizetype longestHead = qsizetype{32} * 1024;
constexpr qsizetype longestScheme = 20;
constexpr qsizetype mostSchemes = 6;

QByteArray schemeOf(const QByteArray &field)
{
    const QByteArray text = field.trimmed();
    const auto end = std::ranges::find_if(text, [](char c) { return c == ' ' || c == ',' || c == '\t'; });
    return text.first(std::distance(text.begin(), end));
}

//! What Qt understands of one Proxy-Authenticate field.
ProxyDemand::Method methodOf(const QByteArray &field)
{
    const QByteArray text = field.trimmed().toLower();
    if (text.startsWith("digest")) {
        const QByteArray plain = QByteArray(text).replace(' ', "").replace('"', "") + ',';
        return !plain.contains("algorithm=") || plain.contains("algorithm=md5,") ? ProxyDemand::Method::Digest
                                                                                 : ProxyDemand::Method::Unknown;
    }
    return text.startsWith("basic") ? ProxyDemand::Method::Basic : ProxyDemand::Method::Unknown;
}

//! The head of a reply.
struct ProxyHead {
    int status = 0; //!< 0: no HTTP.
    QList<QByteArray> demands;
};

ProxyHead readProxyHead(const QByteArray &bytes)
{
    ProxyHead head;
    const QList<QByteArray> lines = bytes.split('\n');
    const QByteArray first = lines.front().trimmed();
    if (first.startsWith("HTTP/1.") && first.size() >= 12)
        head.status = first.sliced(9, 3).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare("proxy-authenticate", Qt::CaseInsensitive) == 0)
            head.demands += line.sliced(colon + 1).trimmed();
    }
    return head;
}

//! One probe of a proxy. Deletes itself when its job has ended.
class ProxyVisit : public QObject
{
public:
    ProxyVisit(const QNetworkProxy &proxy, const QUrl &url, Clock &clock, JobOf<ProxyDemand> *job, QObject *parent)
        : QObject(parent), m_proxy(proxy), m_target(proxyTargetOf(url)), m_job(job)
    {
        m_alarm = clock.after(ProxyProbeLimit, [this] { fail(ErrorCode::ProxySilent); });
        connect(job, &Job::cancelled, this, [this] { end(Error{.code = ErrorCode::Cancelled}); });
        connect(&m_socket, &QTcpSocket::connected, this, &ProxyVisit::ask);
        connect(&m_socket, &QTcpSocket::readyRead, this, &ProxyVisit::read);
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
            read();
            if (!m_ended)
                fail(m_connected ? ErrorCode::ProxyClosed : ErrorCode::ProxyUnreachable);
        });
        m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    ~ProxyVisit() override { m_socket.disconnect(this); }

    void begin() { m_socket.connectToHost(m_proxy.hostName(), m_proxy.port()); }

private:
    void ask()
    {
        m_connected = true;
        const QByteArray target = m_target.toLatin1();
        m_socket.write("CONNECT " + target + " HTTP/1.1\r\nHost: " + target
                       + "\r\nUser-Agent: Linterna\r\nProxy-Connection: keep-alive\r\n\r\n");
    }

    void read()
    {
        if (m_ended || !m_connected)
            return;
        m_head += m_socket.read(longestHead - m_head.size());
        const bool http = QByteArray("HTTP/1.").startsWith(m_head.first(std::min<qsizetype>(7, m_head.size())));
        qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            end = m_head.indexOf("\n\n");
        if (end >= 0)
            understand(readProxyHead(m_head.first(end)));
        else if (!http || m_head.size() >= longestHead)
            fail(ErrorCode::ProxyClosed);
    }

    void understand(const ProxyHead &head)
    {
        if (head.status == 407) {
            end(proxyDemandOf(head.demands));
        } else if (head.status >= 200 && head.status < 300) {
            end(ProxyDemand{});
        } else if (head.status >= 400 && head.status < 500) {
            fail(ErrorCode::ProxyDenied, head.status);
        } else {
            fail(head.status == 0 ? ErrorCode::ProxyClosed : ErrorCode::ProxyFailed, head.status);
        }
    }

    void fail(ErrorCode code, int status = 0)
    {
        QString detail = ProxyChoice::placeOf(m_proxy.hostName(), m_proxy.port());
        if (status > 0)
            detail += QStringLiteral(": HTTP %1").arg(status);
        end(Error{.code = code, .detail = detail});
    }

    void end(Result<ProxyDemand> result)
    {
        if (std::exchange(m_ended, true))
            return;
        m_socket.disconnect(this);
        m_alarm.reset();
        m_socket.abort();
        if (m_job)
            m_job->finish(std::move(result));
        deleteLater();
    }

    const QNetworkProxy m_proxy;
    const QString m_target;
    QPointer<JobOf<ProxyDemand>> m_job;
    QTcpSocket m_socket;
    std::unique_ptr<Alarm> m_alarm;
    QByteArray m_head;
    bool m_connected = false;
    bool m_ended = false;
};

} // namespace

QString proxyTargetOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return ProxyChoice::placeOf(host, quint16(url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80)));
}

ProxyDemand proxyDemandOf(const QList<QByteArray> &fields)
{
    ProxyDemand demand{.method = ProxyDemand::Method::Unknown};
    const auto offers = [&](QByteArrayView scheme) {
        return std::ranges::any_of(
            fields, [&](const QByteArray &field) { return field.trimmed().toLower().startsWith(scheme); });
    };
    for (const QByteArray &field : fields) {
        const QString scheme = oneLine(QString::fromLatin1(schemeOf(field)), longestScheme);
        if (!scheme.isEmpty() && !demand.schemes.contains(scheme) && demand.schemes.size() < mostSchemes)
            demand.schemes += scheme;
        if (const ProxyDemand::Method method = methodOf(field);
            method != ProxyDemand::Method::Unknown && demand.method != ProxyDemand::Method::Digest)
            demand.method = method;
    }
    if (demand.method == ProxyDemand::Method::Digest) // which Qt prefers to all others
        return demand;
    demand.negotiates = offers("negotiate") && !offers("ntlm");
    if (offers("ntlm"))
        demand.method = ProxyDemand::Method::Unknown;
    return demand;
}

JobOf<ProxyDemand> *askProxy(const QNetworkProxy &proxy, const QUrl &url, Clock &clock, QObject *parent)
{
    auto *job = new JobOf<ProxyDemand>(parent);
    auto *visit = new ProxyVisit(proxy, url, clock, job, parent);
    visit->begin();
    return job;
}

} // namespace linterna
