// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy that wants a sign-in or refuses: through real sockets and Qt's own proxy code, with a gateway behind it.
#include "lib/checks/connectiontester.h"
#include "lib/connections/proxypassword.h"
#include "lib/net/httpclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeproxy.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_proxysignin {

namespace {

const QByteArray basic = "Basic realm=\"office\"";

QByteArray pairOf(const QByteArray &user, const QByteArray &password)
{
    return "Basic " + (user + ':' + password).toBase64();
}

} // namespace

class TestProxySignIn : public QObject
{
    Q_OBJECT
    TestCertificateAuthority m_office;

    struct Bench {
        explicit Bench(TestCertificateAuthority &office, FakeProxy::Answer answer)
            : server({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}", {{"Connection", "close"}})}, raw::Close{}}},
                     office.server({u"gateway"_s})),
              proxy(server.port(), std::move(answer)), caFile(office.certificate(u"gateway"_s))
        {
            http.setProxyPasswordSource([this] {
                ++asked;
                return JobOf<Secret>::finished(password, &http);
            });
        }
        void signIn(const QString &name, const QByteArray &word)
        {
            user = name;
            password = Secret::copyOf(word);
        }
        [[nodiscard]] HttpRequest request() const
        {
            return {.url = QUrl(u"https://gateway.example/case"_s),
                    .caFile = caFile,
                    .proxy = {.kind = ProxyChoice::Kind::Manual,
                              .host = u"127.0.0.1"_s,
                              .port = port ? port : proxy.port(),
                              .user = user}};
        }
        [[nodiscard]] Result<HttpReply> ask() { return resultOf(http.send(request())); }

        RawServer server;
        FakeProxy proxy;
        QString caFile;
        quint16 port = 0;
        QString user;
        Secret password;
        int asked = 0; //!< for the password
        FakeClock clock;
        HttpClient http{clock};
    };

private slots:
    void initTestCase()
    {
        m_office.make(u"gateway"_s,
                      {.subject = u"/CN=gateway"_s, .extensions = u"subjectAltName=DNS:gateway.example"_s});
    }

    void fault79_anOpenProxyIsGoneThrough()
    {
        Bench bench(m_office, [](const QByteArray &) { return FakeProxy::opens(); });
        const auto reply = bench.ask();
        QVERIFY2(reply.ok(), reply ? "" : qPrintable(reply.error().detail));
        QVERIFY(bench.proxy.tries().isEmpty());
        QVERIFY(bench.ask().ok());
    }

    void fault79_rightSignInsAreTakenOnce_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("plain") << u"desk7"_s << QByteArray("secret");
        QTest::newRow("signs") << u"OFFICE\\desk7"_s << QByteArray("pa:ss w%rd@/#");
        QTest::newRow("accents leave as UTF-8") << u"dueña"_s << QByteArray("contraseñá €");
    }
    void fault79_rightSignInsAreTakenOnce()
    {
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf(user.toUtf8(), password)));
        bench.signIn(user, password);
        const auto reply = bench.ask();
        QVERIFY2(reply.ok(), reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(bench.proxy.tries().first(), pairOf(user.toUtf8(), password));
        QVERIFY(bench.ask().ok());
        QCOMPARE(bench.asked, 1);
    }

    void fault79_aWrongPasswordIsTriedOnce_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("Basic") << basic;
        QTest::newRow("Basic, each time in another realm") << QByteArray("Basic realm=\"%1\"");
        QTest::newRow("Digest that calls each nonce stale")
            << QByteArray("Digest realm=\"o\", nonce=\"%1\", qop=\"auth\", stale=true");
        QTest::newRow("Digest") << QByteArray("Digest realm=\"o\", nonce=\"abc\", qop=\"auth\", algorithm=MD5");
    }
    void fault79_aWrongPasswordIsTriedOnce()
    {
        QFETCH(QByteArray, scheme);
        int asked = 0;
        Bench bench(m_office, [scheme, &asked](const QByteArray &) {
            return FakeProxy::wants({QByteArray(scheme).replace("%1", QByteArray::number(++asked))});
        });
        bench.signIn(u"desk7"_s, "old");
        for (int i = 0; i < 5; ++i) {
            const auto reply = bench.ask();
            QVERIFY(!reply);
            QCOMPARE(errorCodeName(reply.error().code), errorCodeName(ErrorCode::ProxyRefused));
        }
        QCOMPARE(bench.proxy.tries().size(), 1);
    }

    //! Of several kinds the one is taken that Qt would take.
    void fault79_kindsBesideEachOther_data()
    {
        QTest::addColumn<QList<QByteArray>>("offered");
        QTest::addColumn<QByteArray>("taken");
        const QByteArray digest = "Digest realm=\"o\", nonce=\"abc\", qop=\"auth\"";
        QTest::newRow("Negotiate and Basic") << QList<QByteArray>{"Negotiate", basic} << QByteArray("Basic ");
        QTest::newRow("Basic and Digest") << QList<QByteArray>{basic, digest} << QByteArray("Digest ");
        QTest::newRow("NTLM and Digest") << QList<QByteArray>{"NTLM", digest} << QByteArray("Digest ");
        QTest::newRow("an unknown one and Basic") << QList<QByteArray>{"Bearer x=\"y\"", basic} << QByteArray("Basic ");
    }
    void fault79_kindsBesideEachOther()
    {
        QFETCH(QList<QByteArray>, offered);
        QFETCH(QByteArray, taken);
        Bench bench(m_office, [offered, taken](const QByteArray &head) {
            return FakeProxy::authorization(head).startsWith(taken) ? FakeProxy::opens() : FakeProxy::wants(offered);
        });
        bench.signIn(u"desk7"_s, "new");
        QVERIFY(bench.ask().ok());
        QCOMPARE(bench.proxy.tries().size(), 1);
    }

    void fault79_oneTriesWhileTheOthersWait_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("right") << QByteArray("new");
        QTest::newRow("wrong") << QByteArray("old");
    }
    void fault79_oneTriesWhileTheOthersWait()
    {
        QFETCH(QByteArray, password);
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf("desk7", "new")));
        bench.signIn(u"desk7"_s, password);
        int ended = 0;
        int good = 0;
        for (int i = 0; i < 6; ++i) {
            bench.http.send(bench.request())->onFinished(this, [&](const Result<HttpReply> &reply) {
                ++ended;
                good += reply ? 1 : 0;
            });
        }
        QTRY_COMPARE(ended, 6);
        QCOMPARE(good, password == "new" ? 6 : 0);
        if (password == "old")
            QCOMPARE(bench.proxy.tries().size(), 1);
    }

    //! Whoever was to try it has left: the next one does.
    void fault79_oneThatLeavesHoldsNobodyUp()
    {
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf("desk7", "new")));
        bench.signIn(u"desk7"_s, "new");
        auto *first = bench.http.send(bench.request());
        auto *second = bench.http.send(bench.request());
        first->cancel();
        QVERIFY(resultOf(second).ok());
    }

    void fault79_noNameAndNoPasswordIsSaid_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("neither") << QString();
        QTest::newRow("no password") << u"desk7"_s;
    }
    void fault79_noNameAndNoPasswordIsSaid()
    {
        QFETCH(QString, user);
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf("desk7", "new")));
        bench.signIn(user, {});
        const auto reply = bench.ask();
        QCOMPARE(errorCodeName(reply.error().code), u"proxy-sign-in"_s);
        QCOMPARE(reply.error().detail, u"127.0.0.1:%1"_s.arg(bench.proxy.port()));
        QVERIFY(bench.proxy.tries().isEmpty());
        bench.signIn(u"desk7"_s, "new"); // and whoever enters them gets on
        QVERIFY(bench.ask().ok());
    }

    void fault79_eachTroubleHasItsOwnName_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &answer, const char *code) {
            QTest::newRow(name) << answer << QString::fromLatin1(code);
        };
        row("403", FakeProxy::says(403), "proxy-denied");
        row("405", FakeProxy::says(405), "proxy-denied");
        row("451", FakeProxy::says(451), "proxy-denied");
        row("502", FakeProxy::says(502), "proxy-failed");
        row("503", FakeProxy::says(503), "proxy-failed");
        row("504", FakeProxy::says(504), "proxy-failed");
        row("302 to a portal", FakeProxy::says(302), "proxy-failed");
        row("hangs up", FakeProxy::hangUp, "proxy-closed");
        row("hangs up in the head", "HTTP/1.1 407 Nee" + FakeProxy::hangUp, "proxy-closed");
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", "proxy-closed");
        row("Negotiate alone", FakeProxy::wants({"Negotiate"}), "proxy-method");
        row("Digest with SHA-256 alone",
            FakeProxy::wants({"Digest realm=\"o\", nonce=\"a\", qop=\"auth\", algorithm=SHA-256"}), "proxy-method");
        row("an unknown kind", FakeProxy::wants({"Bearer realm=\"x\""}), "proxy-method");
        row("407 without saying how", FakeProxy::wants({}), "proxy-method");
        row("NTLM alone", FakeProxy::wants({"NTLM"}), "proxy-method"); // Qt would send the password thousands of times
        row("NTLM before Basic", FakeProxy::wants({"NTLM", basic}), "proxy-method");
        row("Negotiate, NTLM and Basic", FakeProxy::wants({"Negotiate", "NTLM", basic}), "proxy-method");
    }
    void fault79_eachTroubleHasItsOwnName()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        Bench bench(m_office, [answer](const QByteArray &) { return answer; });
        bench.signIn(u"desk7"_s, "never sent");
        const auto reply = bench.ask();
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), code);
        QVERIFY(reply.error().detail.startsWith(u"127.0.0.1:%1"_s.arg(bench.proxy.port())));
        QVERIFY2(bench.proxy.heads().size() <= 3, qPrintable(QString::number(bench.proxy.heads().size())));
        for (const QByteArray &head : bench.proxy.heads())
            QVERIFY(!head.contains(QByteArray("never sent").toBase64())
                    && !head.contains(pairOf("desk7", "never sent")));
    }

    void fault79_aProxyThatIsNotThere()
    {
        Bench bench(m_office, [](const QByteArray &) { return FakeProxy::opens(); });
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            bench.port = gone.serverPort();
        }
        QCOMPARE(errorCodeName(bench.ask().error().code), u"proxy-unreachable"_s);
    }

    void fault79_aProxyThatSaysNothing()
    {
        Bench bench(m_office, [](const QByteArray &) { return QByteArray(); });
        std::optional<Result<HttpReply>> ended;
        bench.http.send(bench.request())->onFinished(this, [&](const Result<HttpReply> &reply) { ended = reply; });
        QTRY_COMPARE(bench.proxy.heads().size(), 1);
        bench.clock.pass(ProxyProbeLimit);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(errorCodeName(ended->error().code), u"proxy-silent"_s);
    }

    void fault79_aProxyThatChangesItsMindIsNotPestered()
    {
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf("desk7", "new")));
        bench.signIn(u"desk7"_s, "new");
        QVERIFY(bench.ask().ok());
        bench.proxy.forget();
        bench.proxy.setAnswer([](const QByteArray &) { return FakeProxy::wants({basic}); });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(errorCodeName(bench.ask().error().code), u"proxy-refused"_s);
        QCOMPARE(bench.proxy.tries().size(), 1);
    }

    //! As it came with the proxy: out of https_proxy=http://desk7:pa%3Ass@proxy.
    void fault79_theNameThatComesWithTheProxyIsUsed()
    {
        FakeProxy proxy(1, FakeProxy::wanting(basic, pairOf("desk7", "pa:ss")));
        FakeClock clock;
        ProxyGate gate(clock);
        const QUrl url(u"https://gateway.example/"_s);
        QNetworkProxy given(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port(), u"desk7"_s, u"pa:ss"_s);
        const auto admitted = resultOf(gate.admit({}, given, url));
        QVERIFY(admitted.ok());
        QCOMPARE(admitted->user(), u"desk7"_s);
        gate.ended(*admitted, url, Error{.code = ErrorCode::ProxyRefused});
        QCOMPARE(errorCodeName(resultOf(gate.admit({}, given, url)).error().code), u"proxy-refused"_s);
        // Where none is wanted, Qt gets none that it could send.
        FakeProxy open(1, [](const QByteArray &) { return FakeProxy::opens(); });
        given.setPort(open.port());
        QVERIFY(resultOf(gate.admit({}, given, url))->user().isEmpty());
    }
    void fault79_aProxyThatBeginsToWantASignIn()
    {
        Bench bench(m_office, [](const QByteArray &) { return FakeProxy::opens(); });
        bench.signIn(u"desk7"_s, "new");
        QVERIFY(bench.ask().ok());
        bench.proxy.setAnswer(FakeProxy::wanting(basic, pairOf("desk7", "new")));
        QCOMPARE(errorCodeName(bench.ask().error().code), u"proxy-sign-in"_s); // it was told that none is wanted
        QVERIFY(bench.ask().ok());
    }

    //! The test of a connection says the same, and neither the road nor a retry sends a refused password again.
    void fault79_theTestOfAConnectionSaysIt()
    {
        Bench bench(m_office, FakeProxy::wanting(basic, pairOf("desk7", "new")));
        SystemClock clock;
        FakeSecretStore secrets;
        RateLimiters limiters(clock);
        ConnectionTester tester(secrets, limiters, clock);
        Connection connection =
            connectionTo(u"Office"_s, QUrl(u"https://gateway.example/token"_s), QUrl(u"https://gateway.example"_s));
        connection.caFile = bench.caFile;
        connection.proxy = bench.request().proxy;
        connection.proxy.user = u"desk7"_s;
        const auto codeOf = [&](const QByteArray &password) {
            const auto report = resultOf(tester.test(connection, Secret::copyOf("s"), {}, Secret::copyOf(password)));
            return errorCodeName(report->steps.back().error->code);
        };
        QCOMPARE(codeOf({}), u"proxy-sign-in"_s);
        secrets.secrets.insert(connection.proxyPasswordKey(),
                               boundProxyPassword(connection.proxy, Secret::copyOf("old")));
        QCOMPARE(codeOf({}), u"proxy-refused"_s);
        QCOMPARE(bench.proxy.tries().size(), 1);
        QCOMPARE(codeOf("older"), u"proxy-refused"_s);
        QCOMPARE(bench.proxy.tries().size(), 2);
        QCOMPARE(codeOf("new"), u"unreadable"_s); // which is the gateway's "{}"
    }

    //! A stored password goes to the proxy that it was given for.
    void fault79_aPasswordIsBoundToItsProxy()
    {
        const ProxyChoice one{.kind = ProxyChoice::Kind::Manual, .host = u"a.example"_s, .port = 3128};
        ProxyChoice other = one;
        const Secret stored = boundProxyPassword(one, Secret::copyOf("s\nt"));
        QCOMPARE(proxyPasswordIn(stored, one).view(), QByteArrayView("s\nt"));
        other.port = 312;
        QVERIFY(proxyPasswordIn(stored, other).isEmpty());
        other = one;
        other.host = u"b.example"_s;
        QVERIFY(proxyPasswordIn(stored, other).isEmpty());
        QVERIFY(proxyPasswordIn(stored, {}).isEmpty());
    }
};

LINTERNA_TEST(TestProxySignIn)

} // namespace test_proxysignin

#include "test_proxysignin.moc"
