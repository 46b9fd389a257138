// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenprovider.h"
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/opensslfiles.h"
#include "tests/support/testprogram.h"

#include <QHash>
#include <QTest>

#include <array>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace test_foreignoauth {

namespace {

//! Each server's only client. Odd characters here too; a colon no client ID may have (RFC 7617 §2).
const QString clientId = u"desk 7%+/&="_s;
//! Every character that fault 22 names, an escape that one decoding too many would read, and a space.
const QByteArray asciiSecret = "s:%+/&=%41 x";
//! The same with a letter beyond ASCII, which RFC 6749 does not provide for and people type all the same.
const QByteArray accentedSecret = "s:%+/&=%41 é";

//! A foreign server's client, and what comes of each method: "token", or the refusal's status and the server's words.
struct Server {
    const char *name;
    const QByteArray &secret;
    const char *formBody;
    const char *basicRaw;
    const char *basicFormEncoded;
    ClientAuthentication method; //!< one that is right
};

constexpr auto notEncoded =
    "credentials-sent-wrongly 400: client_id and client_secret in the authorization header are not properly encoded";
constexpr auto clientFailed = "bad-credentials 401: client authentication failed";
constexpr auto invalidClient = "bad-credentials 401: invalid_client";

const std::array servers{
    // oidc-provider (npm) takes the encoded pair for a form-body client too: that is its makers' intention.
    Server{"oidc-provider-post", asciiSecret, "token", notEncoded, "token", ClientAuthentication::FormBody},
    Server{"oidc-provider-basic", asciiSecret, clientFailed, notEncoded, "token",
           ClientAuthentication::BasicFormEncoded},
    // @node-oauth/oauth2-server (npm)
    Server{"node-oauth2-server", asciiSecret, "token", "token",
           "bad-credentials 401: Invalid client: client is invalid", ClientAuthentication::BasicRaw},
    // Authlib (Debian) keeps to the one method that is registered for a client.
    Server{"authlib-post", accentedSecret, "token", invalidClient, invalidClient, ClientAuthentication::FormBody},
    Server{"authlib-basic", accentedSecret, invalidClient, "token", invalidClient, ClientAuthentication::BasicRaw},
    // Django OAuth Toolkit (Debian)
    Server{"django-oauth-toolkit", accentedSecret, "token", invalidClient, "token",
           ClientAuthentication::BasicFormEncoded},
};

//! The token servers of one script of tests/oauth/, in a process of their own.
class ForeignServers
{
public:
    void start(const QString &program, const QStringList &arguments) { m_process.start(program, arguments); }
    //! What is wrong, empty when they listen.
    QString waitUntilReady()
    {
        const QString remedy = u" (\"packaging/test.sh\" installs what this test takes; run it once.)"_s;
        if (!m_process.waitForStarted(patience))
            return m_process.program() + u" is not here"_s + remedy;
        for (QByteArray line; line != "ready";) {
            while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
            }
            if (!m_process.canReadLine())
                return u"the token servers do not start"_s + remedy + u'\n'
                    + QString::fromUtf8(m_process.readAllStandardError());
            line = m_process.readLine().trimmed();
            if (const QByteArrayList words = line.split(' '); words.size() == 3 && words[0] == "server") {
                const QUrl url(QString::fromLatin1(words[2]));
                m_urls.insert({QString::fromLatin1(words[1]), url.scheme()}, url);
            }
        }
        return {};
    }
    //! Closes their input, which ends them; false when it does not.
    bool end()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(patience);
    }

    //! Empty for a server of another process.
    [[nodiscard]] QUrl url(const QString &name, const QString &scheme) const { return m_urls.value({name, scheme}); }
    //! The lines since the last call. They are in the pipe before the reply is on its way.
    QByteArrayList said()
    {
        (void)m_process.waitForReadyRead(0);
        QByteArrayList lines;
        while (m_process.canReadLine())
            lines << m_process.readLine().trimmed();
        return lines;
    }

private:
    QProcess m_process;
    QHash<std::pair<QString, QString>, QUrl> m_urls; //!< by name and scheme
};

//! The program's own road to a token, with the system's network. The clock stands still, so that the moment at which
//! a token expires is known exactly.
struct Desk {
    Desk(const Connection &connection, const QByteArray &secret)
        : limiter({.requestsPerSecond = 0}, clock), tokens(connection, http, limiter, secrets, clock)
    {
        (void)resultOf(secrets.write(connection.secretKey(), Secret::copyOf(secret)));
    }
    //! Asks for a token, and lets a minute pass in which it could ask again. "token", or the error as in Server.
    QByteArray acquire()
    {
        const Result<AccessToken> got = resultOf(tokens.acquire());
        usableUntil = got.ok() ? got->usableUntil : QDateTime();
        clock.pass(1min);
        if (got.ok())
            return "token";
        const Error &error = got.error();
        return QStringLiteral("%1 %2: %3")
            .arg(errorCodeName(error.code))
            .arg(error.httpStatus)
            .arg(error.serverMessage)
            .toUtf8();
    }

    FakeClock clock;
    HttpClient http{clock};
    RateLimiter limiter;
    MemorySecretStore secrets;
    TokenProvider tokens;
    QDateTime usableUntil;
};

QByteArray methodName(ClientAuthentication method)
{
    switch (method) {
    case ClientAuthentication::FormBody:
        return "form body";
    case ClientAuthentication::BasicRaw:
        return "raw Basic";
    case ClientAuthentication::BasicFormEncoded:
        break;
    }
    return "form-urlencoded Basic";
}

} // namespace

//! Tokens from OAuth 2.0 servers that this project did not write, each as its makers ship it.
class TestForeignOAuth : public QObject
{
    Q_OBJECT

    const OpensslFiles m_files;
    ForeignServers m_npm;
    ForeignServers m_debian;

    Connection connection(const QByteArray &server, ClientAuthentication method, bool https) const
    {
        Connection connection;
        connection.name = QString::fromLatin1(server);
        for (const ForeignServers *one : {&m_npm, &m_debian}) {
            if (const QUrl url = one->url(connection.name, https ? u"https"_s : u"http"_s); !url.isEmpty())
                connection.tokenUrl = connection.apiUrl = url;
        }
        connection.clientAuthentication = method;
        connection.clientId = clientId;
        if (https)
            connection.caFile = m_files.certificate();
        return connection;
    }
    //! What all servers printed since the last call.
    QByteArrayList said() { return m_npm.said() + m_debian.said(); }
    //! Number of lines "request NAME"; -1 where another server has one.
    static int requests(const QByteArrayList &lines, const QByteArray &server)
    {
        const auto ofAnother = [&](const QByteArray &line) {
            return line.startsWith("request") && line != "request " + server;
        };
        return std::ranges::any_of(lines, ofAnother) ? -1 : int(lines.count("request " + server));
    }

private slots:
    void initTestCase()
    {
        const QString scripts = QStringLiteral(LINTERNA_OAUTH);
        const QStringList tls{m_files.certificate(), m_files.key()};
        m_npm.start(u"node"_s,
                    QStringList{scripts + u"/servers.mjs"_s, QStringLiteral(LINTERNA_OAUTH_MODULES)} + tls
                        + QStringList{clientId, QString::fromUtf8(asciiSecret)});
        m_debian.start(u"/usr/bin/python3"_s,
                       QStringList{scripts + u"/servers.py"_s} + tls
                           + QStringList{clientId, QString::fromUtf8(accentedSecret)});
        for (ForeignServers *one : {&m_npm, &m_debian}) {
            const QString problem = one->waitUntilReady();
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }
    void init() { (void)said(); }
    void cleanupTestCase()
    {
        QVERIFY(m_npm.end());
        QVERIFY(m_debian.end());
    }

    void fault22_eachServerTakesItsMethods_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<ClientAuthentication>("method");
        QTest::addColumn<bool>("https");
        QTest::addColumn<QByteArray>("expected");
        for (const Server &server : servers) {
            for (const auto &[method, expected] :
                 {std::pair{ClientAuthentication::FormBody, server.formBody},
                  std::pair{ClientAuthentication::BasicRaw, server.basicRaw},
                  std::pair{ClientAuthentication::BasicFormEncoded, server.basicFormEncoded}}) {
                for (const bool https : {false, true})
                    QTest::addRow("%s, %s, %s", server.name, methodName(method).constData(), https ? "https" : "http")
                        << QByteArray(server.name) << server.secret << method << https << QByteArray(expected);
            }
        }
    }
    void fault22_eachServerTakesItsMethods()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, secret);
        QFETCH(ClientAuthentication, method);
        QFETCH(bool, https);
        Desk desk(connection(name, method, https), secret);
        const QDateTime asked = desk.clock.now();
        QTEST(desk.acquire(), "expected");
        QCOMPARE(requests(said(), name), 1);
        if (desk.usableUntil.isValid()) {
            const qint64 life =
                asked.secsTo(desk.usableUntil); // the server's 1799 s less the margin; one of them counts
            QVERIFY2(life > 1700 && life <= 1799 - 5, QByteArray::number(life).constData()); // its own time off
            QCOMPARE(desk.acquire(), QByteArray("token"));
            QCOMPARE(requests(said(), name), 0); // still good a minute later
        }
    }

    void wrongSecret_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<ClientAuthentication>("method");
        QTest::addColumn<QByteArray>("expected");
        for (const Server &server : servers) {
            const QByteArray name = server.name;
            const QByteArray words = name.startsWith("oidc") ? clientFailed
                : name.startsWith("node")                    ? "bad-credentials 401: Invalid client: client is invalid"
                                                             : invalidClient;
            QTest::addRow("%s, last character", server.name) << name << server.secret + "." << server.method << words;
        }
        // Two that keep to RFC 6749's characters, and say so each in its way.
        QTest::newRow("node-oauth2-server, not ASCII")
            << QByteArray("node-oauth2-server") << accentedSecret << ClientAuthentication::BasicRaw
            << QByteArray("bad-credentials 400: Invalid parameter: `client_secret`");
        QTest::newRow("oidc-provider, not ASCII") << QByteArray("oidc-provider-basic") << accentedSecret
                                                  << ClientAuthentication::BasicFormEncoded << QByteArray(notEncoded);
    }
    void wrongSecret()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, secret);
        QFETCH(ClientAuthentication, method);
        Desk desk(connection(name, method, false), secret);
        QTEST(desk.acquire(), "expected");
        QCOMPARE(requests(said(), name), 1);
    }

    void scopeArrives_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<ClientAuthentication>("method");
        QTest::addColumn<QString>("scope");
        for (const Server &server : servers) {
            for (const char *scope : {"read", "read cases+&write"})
                QTest::addRow("%s, %s", server.name, scope)
                    << QByteArray(server.name) << server.secret << server.method << QString::fromLatin1(scope);
        }
    }
    void scopeArrives()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, secret);
        QFETCH(ClientAuthentication, method);
        QFETCH(QString, scope);
        Connection asking = connection(name, method, false);
        asking.scope = scope;
        Desk desk(asking, secret);
        QCOMPARE(desk.acquire(), QByteArray("token"));
        const QByteArray issued = "issued " + name + ' ' + scope.replace(u' ', u',').toLatin1();
        QCOMPARE(said(), (QByteArrayList{"request " + name, issued}));
    }

    void withoutTheCaFileNobodyIsAsked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("Node's TLS") << QByteArray("oidc-provider-basic");
        QTest::newRow("Python's TLS") << QByteArray("django-oauth-toolkit");
    }
    void withoutTheCaFileNobodyIsAsked()
    {
        QFETCH(QByteArray, name);
        Connection untrusting = connection(name, ClientAuthentication::BasicFormEncoded, true);
        untrusting.caFile.clear();
        Desk desk(untrusting, asciiSecret);
        QCOMPARE(desk.acquire(), QByteArray("tls 0: "));
        QCOMPARE(requests(said(), name), 0);
    }
};

LINTERNA_TEST(TestForeignOAuth)

} // namespace test_foreignoauth

#include "test_foreignoauth.moc"
