// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include "checks/connectionsession.h"
#include "checks/pacers.h"
#include "sandbox/practiceserver.h"
#include "secrets/memorysecretstore.h"
#include "support/opensslfiles.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslConfiguration>

namespace linterna::bench {

namespace {

constexpr int inFlight = 6;

Connection connectionTo(const PracticeServer &server, const QString &caFile)
{
    Connection connection;
    connection.name = QStringLiteral("bench");
    connection.tokenUrl = server.baseUrl().resolved(QUrl(QStringLiteral("/oauth/accesstoken")));
    connection.apiUrl = server.baseUrl();
    connection.clientId = PracticeServer::clientId();
    connection.requestsPerSecond = 0; // this is about the road, not about its pace
    connection.requestsPerDay = 0;
    connection.caFile = caFile;
    return connection;
}

//! Keeps `inFlight` requests going until `total` have ended; `send` calls its argument when one has.
double secondsFor(int total, const std::function<void(std::function<void()>)> &send)
{
    return medianSeconds(1, [&] {
        int started = 0;
        int ended = 0;
        std::function<void()> next = [&] {
            if (started < total) {
                ++started;
                send([&] {
                    ++ended;
                    next();
                });
            }
        };
        for (int i = 0; i < inFlight; ++i)
            next();
        while (ended < total)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
}

//! Receipt number to understood answer, without the record, against a bare QNetworkAccessManager loop at the same server,
//! both over TLS.
Figure throughTheRoad(int size)
{
    const int total = size > 0 ? size : 3'000;
    SystemClock clock;
    PracticeServer server(clock);
    PracticeServer::Options options;
    options.requestsPerSecond = 0;
    options.requestsPerDay = 0;
    const test::OpensslFiles files;
    options.tlsCertificate = files.certificate();
    options.tlsKey = files.key();
    if (!server.start(options).ok())
        qFatal("no practice server");
    const Connection connection = connectionTo(server, files.certificate());
    MemorySecretStore secrets;
    (void)secrets.write(connection.secretKey(), Secret(PracticeServer::clientSecret().toUtf8()));
    Pacers pacers(clock);
    ConnectionSession session(connection, pacers.use(connection), secrets, clock);
    const ReceiptNumber receipt = *ReceiptNumber::fromText(u"EAC9999103402");
    QObject context;
    QByteArray token;
    const auto ask = [&](const std::function<void()> &done) {
        session.client().ask(receipt, Pacer::Priority::Person)->onFinished(&context, [done](const Result<CaseReply> &reply) {
            if (!reply.ok() || !reply->result.ok())
                qFatal("a check failed");
            done();
        });
    };
    (void)secondsFor(20, ask); // token and connections are there
    token = "Bearer " + session.tokens().current()->value.view().toByteArray();
    QNetworkAccessManager network;
    const QNetworkRequest request = [&] {
        QNetworkRequest made(connection.apiUrl.resolved(QUrl(QStringLiteral("/case-status/EAC9999103402"))));
        made.setRawHeader("Authorization", token);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(connection.caFile);
        made.setSslConfiguration(tls);
        made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        return made;
    }();
    const auto bare = [&](const std::function<void()> &done) {
        QNetworkReply *reply = network.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &context, [reply, done] {
            if (reply->error() != QNetworkReply::NoError || reply->readAll().size() < 1'000)
                qFatal("a bare request failed: %s", qPrintable(reply->errorString()));
            reply->deleteLater();
            done();
        });
    };
    (void)secondsFor(20, bare);
    const double ours = secondsFor(total, ask);
    const double plain = secondsFor(total, bare);
    return {.value = total / ours, .baseline = total / plain, .unit = "checks/s"};
}

} // namespace

std::vector<Benchmark> roadBenchmarks()
{
    return {{"road", "checks per second without pace and record, against a bare QNetworkAccessManager loop", 0.85,
             Benchmark::Better::Higher, throughTheRoad}};
}

} // namespace linterna::bench
