// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

using namespace linterna;
using namespace linterna::test;

namespace test_tokenfaults {

namespace {

//! Answers the token request so, and each case request well.
FakeNetwork::Answer tokenAnswer(const FakeReply &reply)
{
    return [reply](const SeenRequest &request) {
        return isToken(request) ? reply : FakeReply{.body = goodBody(request.url)};
    };
}

//! All messages of a test, as they were before redact() saw them.
QStringList messages;
void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    messages << message;
}

} // namespace

//! Faults of the token endpoint as a check meets them: what ends, what is asked, and how often.
class TestTokenFaults : public QObject
{
    Q_OBJECT

    //! One check of a person's; gives the code that it ended with.
    static QByteArray oneCheck(Road &road, int number = 0)
    {
        const std::size_t before = road.outcomes.size();
        road.check(number, number + 1, AskedBy::Person);
        return road.waitFor(before + 1) ? codeOf(road.outcomes.back()) : QByteArray("(still under way)");
    }
    static std::size_t caseRequests(const Road &road) { return road.network->seen().size() - road.tokenRequests(); }

private slots:
    void fault02_aTokenOfUnknownLifeServesForFiveMinutes()
    {
        Road road(tokenAnswer({.body = "{\"access_token\":\"t\"}"}));
        QCOMPARE(oneCheck(road), QByteArray("ok"));
        const TokenDetails details = *road.tokens().details();
        QCOMPARE(details.receivedAt.secsTo(details.validUntil), 300);
        QCOMPARE(oneCheck(road, 1), QByteArray("ok"));
        QCOMPARE(road.tokenRequests(), std::size_t(1));
    }

    void fault03_atMostTwoTokenRequestsPerCheck_data()
    {
        QTest::addColumn<QByteArray>("life");
        QTest::addColumn<bool>("refused");
        for (const QByteArray life : {"0", "-5", "\"0\"", "\"-1799\"", "1799"}) {
            for (const bool refused : {false, true})
                QTest::addRow("%s, %s", life.constData(), refused ? "each token refused" : "taken") << life << refused;
        }
    }
    void fault03_atMostTwoTokenRequestsPerCheck()
    {
        QFETCH(QByteArray, life);
        QFETCH(bool, refused);
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = tokenBody("t", life)};
            return refused ? FakeReply{.status = 401} : FakeReply{.body = goodBody(r.url)};
        });
        QCOMPARE(oneCheck(road), QByteArray(refused ? "unauthorized" : "ok"));
        road.clock.pass(5min);
        QCOMPARE(road.tokenRequests(), std::size_t(refused ? 2 : 1));
        QCOMPARE(caseRequests(road), road.tokenRequests());
    }

    void fault04_noTokenLivesLongerThanADay()
    {
        Road road(tokenAnswer({.body = tokenBody("t", "1e18")}));
        QCOMPARE(oneCheck(road), QByteArray("ok"));
        const TokenDetails details = *road.tokens().details();
        QCOMPARE(details.receivedAt.secsTo(details.validUntil), 24 * 60 * 60);
        road.clock.pass(49h); // renewed once after it was used, and then for nobody
        QVERIFY(!road.tokens().current());
        QVERIFY(road.tokenRequests() <= 2);
    }

    void fault05_otherNamesOfBearer_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {"Bearer", "bearer", "BEARER", "BearerToken"})
            QTest::newRow(type) << QByteArray(type);
    }
    void fault05_otherNamesOfBearer()
    {
        QFETCH(QByteArray, type);
        Road road(tokenAnswer({.body = "{\"access_token\":\"t\",\"token_type\":\"" + type + "\"}"}));
        QCOMPARE(oneCheck(road), QByteArray("ok"));
        QCOMPARE(road.network->seen().back().authorization, QByteArray("Bearer t"));
    }

    void whatIsNoTokenCostsOneRequestAndNoCaseRequest_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QByteArray>("code");
        const auto body = [](const QByteArray &bytes) { return FakeReply{.body = bytes}; };
        const QByteArray html = "<html><body><h1>Welcome to the hotel</h1><script>alert(1)</script></body></html>";
        QTest::newRow("fault06 mac") << body("{\"access_token\":\"t\",\"token_type\":\"mac\"}")
                                     << QByteArray("unreadable");
        QTest::newRow("fault07 none") << body("{\"token_type\":\"Bearer\"}") << QByteArray("unreadable");
        QTest::newRow("fault07 empty") << body(tokenBody("", "1799")) << QByteArray("unreadable");
        QTest::newRow("fault07 with a line end")
            << body(tokenBody("t\\r\\nX-Evil: 1", "1799")) << QByteArray("unreadable");
        QTest::newRow("fault08 HTML") << body(html) << QByteArray("unreadable");
        QTest::newRow("fault08 empty") << body({}) << QByteArray("unreadable");
        QTest::newRow("fault09 elsewhere")
            << FakeReply{.status = 307, .headers = {{"Location", "https://evil.example/x"}}}
            << QByteArray("redirected");
        QTest::newRow("fault09 plain http")
            << FakeReply{.status = 302, .headers = {{"Location", "http://api.example/oauth"}}}
            << QByteArray("redirected");
        QTest::newRow("fault13 silent") << FakeReply{.held = true} << QByteArray("timeout");
        QTest::newRow("fault15 compressed")
            << FakeReply{.body = tokenBody("t", "1799"), .headers = {{"Content-Encoding", "gzip"}}}
            << QByteArray("unreadable");
        QTest::newRow("fault18 TLS") << FakeReply{.status = 0, .error = QNetworkReply::SslHandshakeFailedError}
                                     << QByteArray("tls");
    }
    void whatIsNoTokenCostsOneRequestAndNoCaseRequest()
    {
        QFETCH(FakeReply, reply);
        Road road(tokenAnswer(reply));
        const QDateTime asked = road.clock.now();
        messages.clear();
        const QtMessageHandler before = qInstallMessageHandler(keep);
        const QByteArray code = oneCheck(road);
        qInstallMessageHandler(before);
        QTEST(code, "code");
        QVERIFY(asked.secsTo(road.outcomes[0].checkedAt) <= 30); // fault13
        QVERIFY(!messages.join(u' ').contains(QLatin1StringView("hotel")));
        QVERIFY(!road.outcomes[0].result.error().serverMessage.contains(QLatin1StringView("hotel")));
        QVERIFY(!road.tokens().current());
        road.clock.pass(5min);
        QCOMPARE(road.network->seen().size(), std::size_t(1));
        QCOMPARE(road.network->seen()[0].url, testConnection().tokenUrl);
        for (const CheckProgress &progress : road.progress)
            QVERIFY(progress.phase != CheckProgress::Phase::Asking);
    }

    void fault10_theSecretIsKeptAndStaysUntold_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("400") << 400;
        QTest::newRow("401") << 401;
    }
    void fault10_theSecretIsKeptAndStaysUntold()
    {
        QFETCH(int, status);
        const QByteArray echo = "{\"error\":\"invalid_client\",\"error_description\":\"secret of Test is not right\"}";
        Road road(tokenAnswer({.status = status, .body = echo}));
        QCOMPARE(oneCheck(road), QByteArray("bad-credentials"));
        QCOMPARE(road.outcomes[0].result.error().serverMessage.toUtf8(), QByteArray("•••••• is not right"));
        QCOMPARE(road.network->seen().size(), std::size_t(1));
        QCOMPARE(road.secrets.secrets.value(testConnection().secretKey()).view().toByteArray(),
                 QByteArray("secret of Test"));
    }

    void fault11_aLimitHoldsForAllEvenWhenACheckGivesUp()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken}
                              : FakeReply{.status = 429, .headers = {{"Retry-After", "5"}}};
        });
        road.check(0, 3, AskedBy::Batch);
        QVERIFY(road.waitFor(3));
        QCOMPARE(road.ended("quota-spent"), std::size_t(3));
        const auto sent = road.network->seen(QStringLiteral("/case-status"));
        QVERIFY2(sent.size() >= 4 && sent.size() <= 6, "the fourth refusal in a row ends it for all");
        for (std::size_t i = 1; i < sent.size(); ++i)
            QVERIFY(sent[i].at - sent[i - 1].at >= 5s);
    }

    void fault12_whenItIsAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("atLeast"); // seconds until the next request; 0 where there is none
        QTest::addColumn<int>("atMost");
        QTest::newRow("a date to come") << QByteArray("Mon, 23 Nov 2026 15:00:40 GMT") << 40 << 41;
        QTest::newRow("a date that is past") << QByteArray("Mon, 23 Nov 2026 14:00:00 GMT") << 1 << 2;
        QTest::newRow("garbage") << QByteArray("soon, I promise") << 1 << 2;
        QTest::newRow("10^9 seconds") << QByteArray("1000000000") << 0 << 0;
        QTest::newRow("a date in 2099") << QByteArray("Thu, 01 Jan 2099 00:00:00 GMT") << 0 << 0;
    }
    void fault12_whenItIsAskedAgain()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, atLeast);
        QFETCH(int, atMost);
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r) && ++tokens == 1)
                return FakeReply{.status = 429, .headers = {{"Retry-After", retryAfter}}};
            return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)};
        });
        const QDateTime asked = road.clock.now();
        const QByteArray code = oneCheck(road);
        if (atLeast == 0) { // capped, and said
            QCOMPARE(code, QByteArray("rate-limited"));
            QCOMPARE(tokens, 1);
            QCOMPARE(road.outcomes[0].result.error().retryAt->date(), asked.addDays(1).date());
            return;
        }
        QCOMPARE(code, QByteArray("ok"));
        const auto waited = road.network->seen()[1].at - road.network->seen()[0].at;
        QVERIFY(waited >= std::chrono::seconds(atLeast) && waited <= std::chrono::seconds(atMost));
    }

    void whatBreaksIsTriedTwiceMore_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::newRow("fault14 cut short")
            << FakeReply{.body = "{\"access_token\":\"half", .error = QNetworkReply::RemoteHostClosedError};
        QTest::newRow("fault14 cut after the token")
            << FakeReply{.body = tokenBody("t", "1799"), .error = QNetworkReply::RemoteHostClosedError};
        QTest::newRow("fault16 reset") << FakeReply{.status = 0, .error = QNetworkReply::RemoteHostClosedError};
        QTest::newRow("fault17 no such host") << FakeReply{.status = 0, .error = QNetworkReply::HostNotFoundError};
    }
    void whatBreaksIsTriedTwiceMore()
    {
        QFETCH(FakeReply, reply);
        Road road(tokenAnswer(reply));
        QCOMPARE(oneCheck(road), QByteArray("offline"));
        const auto sent = road.network->seen();
        QCOMPARE(sent.size(), std::size_t(3));
        QVERIFY(sent[1].at - sent[0].at >= 1s && sent[2].at - sent[1].at >= 4s);
        QVERIFY(!road.tokens().current()); // nothing is kept of it

        std::optional<CheckPage> page; // and the record opens all the same
        road.history.checks({.pageSize = 10})->onFinished(this, [&](const Result<CheckPage> &got) { page = *got; });
        QTRY_VERIFY(page);
        QCOMPARE(page->rows.size(), std::size_t(1));
    }

    void fault20_theRecordKeepsTheOrderInWhichItWasAsked()
    {
        Road road(tokenAnswer({.body = anyToken}));
        QCOMPARE(oneCheck(road, 0), QByteArray("ok"));
        road.clock.jumpWall(-2h);
        QCOMPARE(oneCheck(road, 1), QByteArray("ok"));
        std::optional<CheckPage> page;
        road.history.checks({.pageSize = 10})->onFinished(this, [&](const Result<CheckPage> &got) { page = *got; });
        QTRY_VERIFY(page);
        QCOMPARE(page->rows[0].receipt, numbered(1));
        QCOMPARE(page->rows[1].receipt, numbered(0));
        QVERIFY(page->rows[0].checkedAt < page->rows[1].checkedAt); // as the clock said
    }
};

LINTERNA_TEST(TestTokenFaults)

} // namespace test_tokenfaults

#include "test_tokenfaults.moc"
