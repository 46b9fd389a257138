// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files.h"
#include "tests/support/opensslfiles.h"
#include "tests/support/practicebench.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_practicestart {

//! What start() takes: port, log and TLS files.
class TestPracticeStart : public QObject
{
    Q_OBJECT

    const QString m_receipt = QStringLiteral("EAC9999103402");

    static Error startError(const PracticeServer::Options &options)
    {
        FakeClock clock(QDateTime(QDate(2026, 5, 4), QTime(15, 0), Qt::UTC));
        PracticeServer server(clock);
        const auto started = server.start(options);
        return started ? Error{.detail = QStringLiteral("started")} : started.error();
    }

private slots:
    void listensOnLoopbackAlone()
    {
        PracticeBench bench;
        QCOMPARE(bench.base.scheme(), QStringLiteral("http"));
        QCOMPARE(bench.base.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(bench.base.port() > 0);
        QTcpServer everywhereElse; // the same port of another loopback address is still free
        QVERIFY(everywhereElse.listen(QHostAddress(QStringLiteral("127.0.0.2")), quint16(bench.base.port())));
    }
    void portIsTheOneAskedFor()
    {
        PracticeServer::Options options;
        {
            QTcpServer placeholder;
            QVERIFY(placeholder.listen(QHostAddress::LocalHost));
            options.port = placeholder.serverPort();
            const Error error = startError(options);
            QVERIFY(error.code == ErrorCode::Offline);
            QVERIFY2(error.detail.contains(QString::number(options.port)), qPrintable(error.detail));
        }
        PracticeBench bench(options);
        QCOMPARE(bench.base.port(), int(options.port));
    }
    void beforeTheStartThereIsNothing()
    {
        FakeClock clock(QDateTime(QDate(2026, 5, 4), QTime(15, 0), Qt::UTC));
        PracticeServer server(clock);
        QVERIFY(server.baseUrl().isEmpty());
        QCOMPARE(server.caseRequests() + server.tokenRequests(), 0);
    }

    void logHasALineARequestAndNoSecret()
    {
        const QTemporaryDir directory;
        PracticeServer::Options options = PracticeBench::unlimited();
        options.logFile = directory.filePath(QStringLiteral("log"));
        PracticeBench bench(options);
        const QByteArray token = bench.token();
        bench.getCase(m_receipt, token);
        bench.getCase(QStringLiteral("eac%2A123456789"), token);
        bench.getCase(QStringLiteral("EAC99991034O2"), token); // mistyped, so perhaps real
        bench.getCase(m_receipt + QStringLiteral("?access_token=") + QString::fromLatin1(token), token);
        bench.send("GET", QStringLiteral("/a%0Ab/token=") + QString::fromLatin1(token));
        const QString start = QStringLiteral("2026-05-04T15:00:00.000Z ");
        const QStringList expected{
            QStringLiteral("POST /oauth/accesstoken 200"),        QStringLiteral("GET /case-status/EAC••••••3402 200"),
            QStringLiteral("GET /case-status/eac••••••6789 404"), QStringLiteral("GET /case-status/[malformed] 422"),
            QStringLiteral("GET /case-status/EAC••••••3402 200"), QStringLiteral("GET /a%0Ab/token=[redacted] 404"),
        };
        const QByteArray log = bytesOf(options.logFile);
        const QStringList lines = QString::fromUtf8(log).split(u'\n');
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(lines.value(i), start + expected[i]);
        QCOMPARE(lines.size(), expected.size() + 1);
        QVERIFY(!log.contains(token));
        QVERIFY(!log.contains(PracticeServer::clientSecret().toUtf8()));
    }
    void logGrows()
    {
        const QTemporaryDir directory;
        PracticeServer::Options options;
        options.logFile = directory.filePath(QStringLiteral("log"));
        for (int i = 1; i <= 2; ++i) {
            PracticeBench(options).token();
            QCOMPARE(bytesOf(options.logFile).count('\n'), i);
        }
        options.logFile = directory.filePath(QStringLiteral("no/such/log"));
        QVERIFY(startError(options).code == ErrorCode::Storage);
    }

    void speaksTls_data()
    {
        QTest::addColumn<QStringList>("algorithm");
        QTest::newRow("RSA") << QStringList{QStringLiteral("-newkey"), QStringLiteral("rsa:2048")};
        QTest::newRow("EC") << QStringList{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                           QStringLiteral("ec_paramgen_curve:prime256v1")};
    }
    void speaksTls()
    {
        QFETCH(QStringList, algorithm);
        const OpensslFiles files(algorithm);
        PracticeServer::Options options = PracticeBench::unlimited();
        options.tlsCertificate = files.certificate();
        options.tlsKey = files.key();
        PracticeBench bench(options);
        QCOMPARE(bench.base.scheme(), QStringLiteral("https"));
        QCOMPARE(bench.token(), QByteArray()); // not trusted yet
        bench.tls.addCaCertificates(QSslCertificate::fromPath(files.certificate()));
        bench.network.clearConnectionCache();
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
        QCOMPARE(bench.server->tokenRequests(), 1);
    }
    void plainHttpOnTheTlsPortDoesNoHarm()
    {
        const OpensslFiles files;
        PracticeServer::Options options = PracticeBench::unlimited();
        options.tlsCertificate = files.certificate();
        options.tlsKey = files.key();
        PracticeBench bench(options);
        bench.tls.addCaCertificates(QSslCertificate::fromPath(files.certificate()));
        QTcpSocket plain;
        plain.connectToHost(QHostAddress::LocalHost, quint16(bench.base.port()));
        plain.write("POST /oauth/accesstoken HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(plain.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!plain.readAll().contains("HTTP/1.1"));
        QTcpSocket silent;
        silent.connectToHost(QHostAddress::LocalHost, quint16(bench.base.port()));
        QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
        QCOMPARE(bench.server->tokenRequests(), 1);
    }
    void tlsFilesThatCannotBeUsed()
    {
        const OpensslFiles files;
        const auto error = [](const QString &certificate, const QString &key) {
            PracticeServer::Options options;
            options.tlsCertificate = certificate;
            options.tlsKey = key;
            return startError(options);
        };
        const QString missing = files.path(QStringLiteral("missing.pem"));
        for (const auto &[certificate, key, named] :
             {std::tuple{missing, files.key(), missing}, std::tuple{files.certificate(), missing, missing},
              std::tuple{files.key(), files.key(), files.key()},
              std::tuple{files.certificate(), files.certificate(), files.certificate()}}) {
            const Error refused = error(certificate, key);
            QVERIFY(refused.code == ErrorCode::Invalid);
            QVERIFY2(refused.detail.startsWith(named), qPrintable(refused.detail));
        }
    }
};

LINTERNA_TEST(TestPracticeStart)

} // namespace test_practicestart

#include "test_practicestart.moc"
