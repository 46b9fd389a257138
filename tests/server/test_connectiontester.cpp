// SPDX-License-Identifier: GPL-3.0-or-later
// A test of a connection asks the service like any check: it waits for its turn, and counts for the day.
#include "lib/checks/connectiontester.h"
#include "lib/sandbox/practiceserver.h"
#include "tests/support/fakeproxy.h"
#include "tests/support/fakerequestledger.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_connectiontester {

namespace {

QByteArray pairOf(const QByteArray &password)
{
    return ("desk7:" + password).toBase64();
}

} // namespace

class TestConnectionTester : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    FakeSecretStore m_secrets;

    static Connection connectionTo(const PracticeServer &server, int perDay)
    {
        Connection connection = test::connectionTo(
            QStringLiteral("Office"), QUrl(server.baseUrl().toString() + QStringLiteral("/oauth/accesstoken")),
            server.baseUrl(), PracticeServer::clientId());
        connection.requestsPerDay = perDay;
        return connection;
    }
    static Secret secret() { return Secret::copyOf(PracticeServer::clientSecret().toUtf8()); }

private slots:
    void itsTwoRequestsCountForTheDay()
    {
        PracticeServer server(m_clock);
        QVERIFY(server.start({}).ok());
        FakeRequestLedger ledger;
        RateLimiters limiters(m_clock, &ledger);
        ConnectionTester tester(m_secrets, limiters, m_clock);
        const Connection connection = connectionTo(server, 10);
        const auto report = resultOf(tester.test(connection, secret()));
        QVERIFY(report.ok() && report->works());
        QCOMPARE(server.tokenRequests(), 1);
        QCOMPARE(server.caseRequests(), 1);
        QCOMPARE(limiters.of(connection).left(), std::optional(8));
        // The live limiter keeps its limits, whatever stands in a draft that is tried.
        Connection draft = connection;
        draft.requestsPerDay = 100;
        QVERIFY(resultOf(tester.test(draft, secret()))->works());
        QCOMPARE(limiters.of(connection).left(), std::optional(6));
    }

    void itStopsWhereTheDayIsSpent()
    {
        PracticeServer server(m_clock);
        QVERIFY(server.start({}).ok());
        FakeRequestLedger ledger;
        RateLimiters limiters(m_clock, &ledger);
        ConnectionTester tester(m_secrets, limiters, m_clock);
        const auto report = resultOf(tester.test(connectionTo(server, 1), secret()));
        QVERIFY(report.ok() && !report->works());
        QCOMPARE(report->steps.back().what, ConnectionTestStep::What::Lookup);
        QCOMPARE(report->steps.back().error->code, ErrorCode::QuotaSpent);
        QCOMPARE(server.tokenRequests(), 1);
        QCOMPARE(server.caseRequests(), 0);
    }

    //! One that reads what it forwards, and a server behind it that it tells, may write it into any reply.
    void fault71_aProxysPasswordThatComesBackGoesNowhere_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("spelled");
        QTest::addColumn<bool>("atToken");
        for (const bool atToken : {true, false}) {
            const char *where = atToken ? "token" : "case";
            const auto row = [&](const char *name, const QByteArray &password, const QByteArray &spelled) {
                QTest::addRow("fault71 %s, %s", where, name) << password << spelled << atToken;
            };
            row("plain", "pa:ss word", "pa:ss word");
            row("percent-encoded", "pa:ss word", "pa%3Ass%20word");
            row("pair of HTTP Basic", "pa:ss word", pairOf("pa:ss word"));
            row("pair with a short password", "x1", pairOf("x1"));
        }
    }
    void fault71_aProxysPasswordThatComesBackGoesNowhere()
    {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, spelled);
        QFETCH(bool, atToken);
        const auto script = [](int status, const QByteArray &body, const raw::Headers &more = {}) {
            raw::Headers headers{{"Connection", "close"}};
            headers.insert(headers.end(), more.begin(), more.end());
            return raw::Script{raw::ReadRequest{}, raw::Send{raw::reply(status, body, headers)}, raw::Close{}};
        };
        QByteArray body = "{\"error\":\"x\",\"error_description\":\"via %1\",\"message\":\"via %1\"}";
        const raw::Script gossip = script(422, body.replace("%1", spelled), {{"X-Via", spelled}});
        const raw::Script token = script(200, "{\"access_token\":\"T0KEN-of-today\",\"expires_in\":\"1799\"}");
        TestCertificateAuthority office;
        office.make(u"gateway"_s, {.subject = u"/CN=gateway"_s, .extensions = u"subjectAltName=DNS:gateway.example"_s});
        RawServer server({gossip}, office.server({u"gateway"_s}));
        RawServer beside({token}); // on this computer, to which no proxy leads
        FakeProxy proxy(server.port(), FakeProxy::wanting("Basic realm=\"office\"", "Basic " + pairOf(password)));
        RateLimiters limiters(m_clock);
        ConnectionTester tester(m_secrets, limiters, m_clock);
        Connection connection = test::connectionTo(
            u"Office"_s, atToken ? QUrl(u"https://gateway.example/token"_s) : beside.url(u"/token"_s),
            QUrl(u"https://gateway.example"_s));
        connection.caFile = office.certificate(u"gateway"_s);
        connection.proxy = {
            .kind = ProxyChoice::Kind::Manual, .host = u"127.0.0.1"_s, .port = proxy.port(), .user = u"desk7"_s};
        const auto report = resultOf(tester.test(connection, Secret::copyOf("s"), {}, Secret::copyOf(password)));
        const ConnectionTestStep &last = report->steps.back();
        QCOMPARE(last.what == ConnectionTestStep::What::Token, atToken);
        QVERIFY(last.error && last.transcript);
        const HttpTranscript &seen = *last.transcript;
        QCOMPARE(seen.status, 422);
        const auto via = std::ranges::find(seen.replyHeaders, "X-Via"_ba, &std::pair<QByteArray, QByteArray>::first);
        QVERIFY(via != seen.replyHeaders.end());
        const QByteArray start = spelled.first(6);
        QVERIFY(via->second.startsWith("••••••") && !via->second.contains(start));
        QVERIFY(seen.replyBody.contains("via ••••••") && !seen.replyBody.contains(start));
        QVERIFY(!(last.error->serverMessage + last.error->detail).contains(QLatin1StringView(start)));
    }
};

LINTERNA_TEST(TestConnectionTester)

} // namespace test_connectiontester

#include "test_connectiontester.moc"
