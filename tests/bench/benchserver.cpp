// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchserver.h"
#include "tests/support/testconnection.h"

#include <QCoreApplication>
#include <QSslConfiguration>

namespace linterna::bench {

using namespace Qt::StringLiterals;

BenchServer::BenchServer(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + u"/linterna-practice-server"_s,
                    QStringList{u"--tls-cert"_s, m_files.certificate(), u"--tls-key"_s, m_files.key()} + options);
    QByteArray said;
    while (said.count('\n') < 3 && m_process.waitForReadyRead(30'000))
        said += m_process.readAllStandardOutput();
    const QByteArrayList lines = said.split('\n');
    if (lines.size() < 3)
        qFatal("the practice server did not start");
    m_url = QUrl(QString::fromUtf8(lines[0]));
    m_clientId = QString::fromUtf8(lines[1].mid(lines[1].indexOf(": ") + 2));
    m_secret = lines[2].mid(lines[2].indexOf(": ") + 2);
}

BenchServer::~BenchServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished())
        m_process.kill();
}

Connection BenchServer::connection() const
{
    Connection connection =
        test::connectionTo(u"bench"_s, m_url.resolved(QUrl(u"/oauth/accesstoken"_s)), m_url, m_clientId);
    connection.requestsPerSecond = 0;
    connection.requestsPerDay = 0;
    connection.caFile = m_files.certificate();
    return connection;
}

void BenchServer::storeSecret(SecretStore &secrets) const
{
    (void)secrets.write(connection().secretKey(), Secret::copyOf(m_secret));
}

QNetworkRequest BenchServer::caseRequest(const QByteArray &token) const
{
    QNetworkRequest request(m_url.resolved(QUrl(u"/case-status/EAC9999103402"_s)));
    request.setRawHeader("Authorization", "Bearer " + token);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(m_files.certificate());
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

} // namespace linterna::bench
