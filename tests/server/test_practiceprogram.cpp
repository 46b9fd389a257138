// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/opensslfiles.h"
#include "tests/support/practicebench.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <signal.h>

using namespace linterna;
using namespace linterna::test;

namespace test_practiceprogram {

namespace {

//! linterna-practice-server under way.
class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        process.start(QStringLiteral(LINTERNA_PRACTICE_SERVER), arguments);
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished(patience);
    }

    QByteArray line()
    {
        while (!process.canReadLine() && process.waitForReadyRead(patience)) {
        }
        return process.readLine();
    }
    //! A client of it. Reads the first line.
    std::unique_ptr<PracticeClient> client()
    {
        auto client = std::make_unique<PracticeClient>();
        client->base = QUrl(QString::fromUtf8(line().trimmed()));
        return client;
    }
    //! Its exit code, -1 where it crashed or does not end.
    int exitCode()
    {
        const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(patience);
        return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    void signal(int number) { ::kill(pid_t(process.processId()), number); }

    QProcess process;
};

} // namespace

class TestPracticeProgram : public QObject
{
    Q_OBJECT

    const QString m_receipt = QStringLiteral("EAC9999103402");

private slots:
    void saysWhereItIsAndWhatItAccepts()
    {
        Program program({});
        const QByteArray first = program.line();
        QVERIFY2(first.startsWith("http://127.0.0.1:"), first.constData());
        QCOMPARE(program.line(), "Client ID: " + PracticeServer::clientId().toUtf8() + '\n');
        QCOMPARE(program.line(), "Client secret: " + PracticeServer::clientSecret().toUtf8() + '\n');
        PracticeClient client;
        client.base = QUrl(QString::fromUtf8(first.trimmed()));
        const QByteArray token = client.token();
        QCOMPARE(client.getCase(m_receipt, token).status, 200);
    }
    void endsCleanlyOnSignals_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void endsCleanlyOnSignals()
    {
        QFETCH(int, number);
        Program program({QStringLiteral("--delay"), QStringLiteral("600000"), QStringLiteral("--log"),
                         QStringLiteral("/dev/stderr")});
        const auto client = program.client();
        QTcpSocket waiting; // for a reply that is still to come
        waiting.connectToHost(QHostAddress::LocalHost, quint16(client->base.port()));
        waiting.write("GET /case-status/x HTTP/1.1\r\nHost: x\r\n\r\n");
        program.process.setReadChannel(QProcess::StandardError);
        QTRY_VERIFY(program.process.bytesAvailable() > 0);
        program.signal(number);
        QCOMPARE(program.exitCode(), 0);
        QTRY_COMPARE(waiting.state(), QAbstractSocket::UnconnectedState);
    }
    void optionsArrive()
    {
        Program program({QStringLiteral("--tps"), QStringLiteral("0.0001"), QStringLiteral("--token-lifetime"),
                         QStringLiteral("77")});
        const auto client = program.client();
        const QJsonObject token = client->requestToken(PracticeClient::goodForm()).json();
        QCOMPARE(token[u"expires_in"].toString(), QStringLiteral("77"));
        const QByteArray bearer = token[u"access_token"].toString().toLatin1();
        QCOMPARE(client->getCase(m_receipt, bearer).status, 200);
        QVERIFY(client->getCase(m_receipt, bearer).body.contains("SpikeArrestViolation"));
    }
    void quotaAndClientAuthenticationArrive()
    {
        Program program(
            {QStringLiteral("--tps=0"), QStringLiteral("--quota=1"), QStringLiteral("--client-auth=basic")});
        const auto client = program.client();
        QCOMPARE(client->requestToken(PracticeClient::goodForm()).status, 400);
        const QByteArray pair = PracticeServer::clientId().toUtf8() + ':' + PracticeServer::clientSecret().toUtf8();
        const HttpAnswer answer =
            client->requestToken("grant_type=client_credentials", {{"Authorization", "Basic " + pair.toBase64()}});
        const QByteArray bearer = answer.json()[u"access_token"].toString().toLatin1();
        QCOMPARE(client->getCase(m_receipt, bearer).status, 200);
        QVERIFY(client->getCase(m_receipt, bearer).body.contains("QuotaViolation"));
    }
    void tlsAndPortAndLogArrive()
    {
        const OpensslFiles files;
        quint16 port = 0;
        {
            QTcpServer placeholder;
            QVERIFY(placeholder.listen(QHostAddress::LocalHost));
            port = placeholder.serverPort();
        }
        const QString log = files.path(QStringLiteral("log"));
        Program program({QStringLiteral("--tls-cert"), files.certificate(), QStringLiteral("--tls-key"), files.key(),
                         QStringLiteral("--port"), QString::number(port), QStringLiteral("--log"), log});
        const auto client = program.client();
        QCOMPARE(client->base, QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port)));
        client->tls.addCaCertificates(QSslCertificate::fromPath(files.certificate()));
        QCOMPARE(client->getCase(m_receipt, client->token()).status, 200);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2);
    }

    void badArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *arguments, const char *complaint) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << QString::fromLatin1(complaint);
        };
        row("--port 65536", "--port cannot be \"65536\"; it takes a whole number from 0 to 65535");
        row("--port -1", "--port cannot be \"-1\"; it takes a whole number from 0 to 65535");
        row("--port http", "--port cannot be \"http\"; it takes a whole number from 0 to 65535");
        row("--tps nan", "--tps cannot be \"nan\"; it takes a number from 0 to 1000");
        row("--tps -0.1", "--tps cannot be \"-0.1\"; it takes a number from 0 to 1000");
        row("--tps inf", "--tps cannot be \"inf\"; it takes a number from 0 to 1000");
        row("--quota 1.5", "--quota cannot be \"1.5\"; it takes a whole number from 0 to 1000000");
        row("--token-lifetime 0", "--token-lifetime cannot be \"0\"; it takes a whole number from 1 to 86400");
        row("--client-auth both", "--client-auth cannot be \"both\"; it takes post or basic");
        row("--delay 600001", "--delay cannot be \"600001\"; it takes a whole number from 0 to 600000");
        row("--log=", "--log cannot be \"\"; it takes the name of a file");
        row("--tls-cert x.pem", "--tls-cert and --tls-key belong together; give both or neither");
        row("--tls-key x.pem", "--tls-cert and --tls-key belong together; give both or neither");
        row("--tls-cert no/x.pem --tls-key no/x.pem", "no/x.pem: No such file or directory");
        row("--sport 1", "Unknown option 'sport'. See --help for the options that there are.");
        row("--port", "Missing value after '--port'. See --help for the options that there are.");
        row("8080", "\"8080\" is no option; see --help for those that there are");
    }
    void badArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, complaint);
        Program program(arguments);
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(QString::fromUtf8(program.process.readAllStandardError()),
                 QStringLiteral("linterna-practice-server: %1\n").arg(complaint));
        QCOMPARE(program.process.readAllStandardOutput(), QByteArray());
    }
    void portTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program program({QStringLiteral("--port"), QString::number(other.serverPort())});
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(QString::fromUtf8(program.process.readAllStandardError()),
                 QStringLiteral("linterna-practice-server: port %1 on 127.0.0.1: The bound address is already in use\n")
                     .arg(other.serverPort()));
        QCOMPARE(program.process.readAllStandardOutput(), QByteArray());
    }
    void helpAndVersion()
    {
        Program help({QStringLiteral("--help")});
        QCOMPARE(help.exitCode(), 0);
        const QString text = QString::fromUtf8(help.process.readAllStandardOutput());
        for (const auto *option : {u"--port", u"--tps", u"--quota", u"--token-lifetime", u"--client-auth", u"--delay",
                                   u"--tls-cert", u"--tls-key", u"--log", u"--help", u"--version"})
            QVERIFY2(text.contains(QStringView(option)), qPrintable(text));
        for (const QString &receipt : PracticeServer::receipts() + PracticeServer::reservedReceipts())
            QVERIFY(text.contains(receipt));
        Program version({QStringLiteral("--version")});
        QCOMPARE(version.exitCode(), 0);
        QCOMPARE(version.process.readAllStandardOutput(), "linterna-practice-server " LINTERNA_VERSION "\n");
    }
};

LINTERNA_TEST(TestPracticeProgram)

} // namespace test_practiceprogram

#include "test_practiceprogram.moc"
