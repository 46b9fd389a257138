// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/road.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <random>
#include <set>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_checkflow {

class TestCheckFlow : public QObject
{
    Q_OBJECT
private slots:
    void fault01_twoChecksOneToken()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        QVERIFY(road.waitFor(2));
        QCOMPARE(road.network->seen(QStringLiteral("/oauth")).size(), std::size_t(1));
        const auto asked = road.network->seen(QStringLiteral("/case-status/"));
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked[0].url.toString(), QStringLiteral("https://api.example/case-status/EAC9999103402"));
        QCOMPARE(asked[0].method, QByteArray("GET"));
        QCOMPARE(asked[0].authorization, QByteArray("Bearer t"));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        QCOMPARE(road.outcomes[0].result->title.en, QStringLiteral("Case Was Received"));
        QCOMPARE(road.outcomes[0].connection, QStringLiteral("Test"));
        QVERIFY(road.outcomes[0].id > 0); // recorded before anyone was told
    }

    void fault05_headerIsExactlyBearer()
    {
        Road road([](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? QByteArray("{\"access_token\":\"t\",\"token_type\":\"bearer\"}")
                                                : goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).front().authorization, QByteArray("Bearer t"));
    }

    void fault06_noCaseRequestWithoutABearerToken()
    {
        Road road(
            [](const SeenRequest &) { return FakeReply{.body = "{\"access_token\":\"t\",\"token_type\":\"mac\"}"}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("unreadable"));
        QVERIFY(road.network->seen(QStringLiteral("/case-status/")).empty());
    }

    void fault09_redirectIsNotFollowed()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken}
                              : FakeReply{.status = 302, .headers = {{"Location", "http://evil.example/x?token=1"}}};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("redirected"));
        QCOMPARE(road.outcomes[0].result.error().detail, QStringLiteral("http://evil.example/x"));
        QCOMPARE(road.network->seen().size(), std::size_t(2));
    }

    void fault23_revokedTokenCostsOneNewOneAndOneRepeat()
    {
        int minted = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = "{\"access_token\":\"t" + QByteArray::number(++minted) + "\"}"};
            return r.authorization == "Bearer t1" ? FakeReply{.status = 401} : FakeReply{.body = goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        QCOMPARE(road.network->seen().size(), std::size_t(4));
    }

    void fault23_secondRefusalIsAnError()
    {
        Road road(
            [](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = 401}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("unauthorized"));
        QCOMPARE(road.network->seen().size(), std::size_t(4));
    }

    void errorsAreRecordedAndNotRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("fault24 forbidden") << 403 << QByteArray("forbidden");
        QTest::newRow("fault25 not recognised") << 404 << QByteArray("not-recognized");
        QTest::newRow("fault26 badly formed") << 422 << QByteArray("bad-receipt");
        QTest::newRow("400") << 400 << QByteArray("server");
    }
    void errorsAreRecordedAndNotRepeated()
    {
        QFETCH(int, status);
        Road road([&](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken}
                              : FakeReply{.status = status, .body = "{\"message\":\"said so\"}"};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QTEST(codeOf(road.outcomes[0]), "code");
        QCOMPARE(road.outcomes[0].httpStatus, status);
        QVERIFY(road.outcomes[0].id > 0);
        QVERIFY(!road.outcomes[0].rawReply.isEmpty());
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(1));
    }

    void fault11_aLimitIsWaitedOutAndShown()
    {
        bool first = true;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            return std::exchange(first, false) ? FakeReply{.status = 429, .headers = {{"Retry-After", "5"}}}
                                               : FakeReply{.body = goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        QVERIFY(road.waitFor(2));
        const auto asked = road.network->seen(QStringLiteral("/case-status/"));
        QCOMPARE(asked.size(), std::size_t(3));
        QVERIFY(asked[1].at - asked[0].at >= 5s || asked[2].at - asked[1].at >= 5s);
        const auto waiting = std::ranges::find(road.progress, CheckProgress::Phase::Waiting, &CheckProgress::phase);
        QVERIFY(waiting != road.progress.end());
        QCOMPARE(waiting->reason, std::optional(ErrorCode::RateLimited));
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(codeOf(outcome), QByteArray("ok"));
    }

    void fault16_brokenLineIsTriedTwiceMore()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken}
                              : FakeReply{.status = 0, .error = QNetworkReply::RemoteHostClosedError};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("offline"));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(3));
    }

    void fault10_500WaitingCostOneRefusedTokenRequest()
    {
        Road road(
            [](const SeenRequest &) { return FakeReply{.status = 401, .body = "{\"ErrorCode\":\"invalid_client\"}"}; });
        road.check(0, 500, AskedBy::Person);
        QVERIFY(road.waitFor(500));
        QCOMPARE(road.network->seen().size(), std::size_t(1));
        QCOMPARE(road.ended("bad-credentials"), std::size_t(500));
    }

    void fiveHundredWaitForOneTokenRequest_data()
    {
        QTest::addColumn<AskedBy>("askedBy");
        QTest::newRow("all at once") << AskedBy::Person; // a person's check is never kept back
        QTest::newRow("as places come free") << AskedBy::Batch;
    }
    void fiveHundredWaitForOneTokenRequest()
    {
        QFETCH(AskedBy, askedBy);
        bool held = true;
        Road road([&](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken, .held = held} : FakeReply{.body = goodBody(r.url)};
        });
        road.check(0, 500, askedBy);
        road.clock.pass(20s);
        QCOMPARE(road.network->seen().size(), std::size_t(1));
        QVERIFY(road.outcomes.empty());
        held = false;
        road.network->release();
        QVERIFY(road.waitFor(500));
        QCOMPARE(road.ended("ok"), std::size_t(500));
        QCOMPARE(road.tokenRequests(), std::size_t(1));
        std::set<ReceiptNumber> told;
        for (const CheckOutcome &outcome : road.outcomes)
            QVERIFY(told.insert(outcome.receipt).second);
        road.clock.pass(1min);
        settle();
        QCOMPARE(road.outcomes.size(), std::size_t(500));
    }

    void aTokenOfFourSecondsServesACheckEverySecond()
    {
        Road *self = nullptr;
        std::map<QByteArray, std::chrono::milliseconds> minted;
        int atOnce = 0;
        Road road([&](const SeenRequest &r) {
            if (!isToken(r)) { // no token is used past its life
                const auto token = minted.find(r.authorization.mid(7));
                const bool valid = token != minted.end() && r.at - token->second < 4s;
                return valid ? FakeReply{.body = goodBody(r.url), .after = 100ms} : FakeReply{.status = 401};
            }
            atOnce = std::max(atOnce, self->network->underWay(QStringLiteral("/oauth")) + 1);
            const QByteArray token = "t" + QByteArray::number(minted.size());
            minted.emplace(token, r.at);
            return FakeReply{.body = tokenBody(token, "4"), .after = 300ms};
        });
        self = &road;
        for (int second = 0; second < 30; ++second) {
            const bool mustWait = !road.tokens().current();
            QCOMPARE(mustWait, second == 0);
            road.check(second, second + 1, AskedBy::Person);
            road.clock.pass(1s);
        }
        QVERIFY(road.waitFor(30));
        QCOMPARE(road.ended("ok"), std::size_t(30));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(30)); // none was refused
        QCOMPARE(atOnce, 1);
        QVERIFY2(minted.size() > 1 && minted.size() <= 12, QByteArray::number(minted.size()).constData());
    }

    void fault27_fiftyAllEndOnceWithinTheRate()
    {
        auto last = -1'000'000ms;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            const bool tooFast = r.at - last < 200ms;
            last = r.at;
            return tooFast ? FakeReply{.status = 429} : FakeReply{.body = goodBody(r.url)};
        });
        road.check(0, 50, AskedBy::Batch);
        QVERIFY(road.waitFor(50));
        QCOMPARE(road.outcomes.size(), std::size_t(50));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(50)); // no 429 at all
        const auto sent = road.network->seen();
        for (std::size_t i = 1; i < sent.size(); ++i)
            QVERIFY(sent[i].at - sent[i - 1].at >= 220ms);
        for (std::size_t i = 0; i < 50; ++i) // one after another, in the order in which they were asked for
            QCOMPARE(road.outcomes[i].receipt.toString(), numbered(int(i)).toString());
    }

    void fault27_spikesInTheMiddleAreRepeated()
    {
        std::minstd_rand random(27);
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            return random() % 7 == 0 ? FakeReply{.status = 429} : FakeReply{.body = goodBody(r.url)};
        });
        road.check(0, 50, AskedBy::Batch);
        QVERIFY(road.waitFor(50));
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(codeOf(outcome), QByteArray("ok"));
    }

    void fault31_anotherReceiptIsRefused()
    {
        Road road([](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? anyToken : goodBody(QUrl(QStringLiteral("https://x/WAC0000000001")))};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("mismatch"));
    }

    void fault56_tenRapidRequestsAreOne()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        for (int i = 0; i < 10; ++i)
            road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QCOMPARE(road.checks.pending(), 1);
        QVERIFY(road.waitFor(1));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(1));
        QCOMPARE(road.outcomes.size(), std::size_t(1));
    }

    void thePersonGoesBeforeTheBatch()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        road.check(0, 1000, AskedBy::Batch);
        road.clock.pass(1s);
        const auto before = road.network->seen().size();
        road.checks.check(receipt("IOE1234567890"), AskedBy::Person);
        road.clock.pass(230ms); // one spacing
        const auto sent = road.network->seen();
        QVERIFY(sent.size() > before);
        QVERIFY(sent[before].url.path().endsWith(QLatin1StringView("IOE1234567890")));
    }

    void cancelAtEachPoint_data()
    {
        QTest::addColumn<int>("afterMs");
        for (const int ms : {0, 10, 230, 500, 1500})
            QTest::addRow("%d ms", ms) << ms;
    }
    void cancelAtEachPoint()
    {
        QFETCH(int, afterMs);
        Road road(
            [](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = 503}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.clock.pass(std::chrono::milliseconds(afterMs));
        const auto sent = road.network->seen().size();
        road.checks.cancelAll();
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("cancelled"));
        QCOMPARE(road.outcomes[0].id, 0);
        road.clock.pass(1min);
        QCOMPARE(road.outcomes.size(), std::size_t(1));
        QCOMPARE(road.network->seen().size(), sent);
        QCOMPARE(road.checks.pending(), 0);
    }

    void anotherConnectionGetsNothingOfTheFirst()
    {
        Road road(
            [](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.held = true}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        road.clock.pass(300ms);
        FakeNetwork *second = road.use(testConnection("Other", "other.example"), [](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? QByteArray("{\"access_token\":\"other\"}") : goodBody(r.url)};
        });
        QVERIFY(road.waitFor(2));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("cancelled"));
        QCOMPARE(codeOf(road.outcomes[1]), QByteArray("cancelled"));
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(3));
        QCOMPARE(codeOf(road.outcomes[2]), QByteArray("ok"));
        QCOMPARE(second->seen().size(), std::size_t(2));
        QVERIFY(second->seen()[0].body.contains("secret%20of%20Other"));
        QCOMPARE(second->seen()[1].authorization, QByteArray("Bearer other"));
    }

    void diesUnderWay()
    {
        Road road(
            [](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.held = true}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.clock.pass(300ms);
        QCOMPARE(road.network->seen().size(), std::size_t(2));
    } // only a sanitizer sees a fault

    //! A check is sent later than the call also where a token is at hand and the pace allows it at once.
    void nothingIsSentInsideTheCall()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        road.check(1, 2, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        road.clock.pass(10s);
        const auto isAsking = [](const CheckProgress &now) { return now.phase == CheckProgress::Phase::Asking; };
        const auto asking = std::ranges::count_if(road.progress, isAsking);
        road.check(2, 3, AskedBy::Person);
        QCOMPARE(road.network->seen().size(), std::size_t(2));
        QCOMPARE(std::ranges::count_if(road.progress, isAsking), asking);
        QVERIFY(road.waitFor(2));
        QCOMPARE(road.network->seen().size(), std::size_t(3));
    }

    void waitsForTheFirstConnection()
    {
        FakeClock clock;
        FakeSecretStore secrets;
        LocalRecord history{clock};
        openInMemory(history);
        RateLimiters limiters(clock);
        ConnectionInUse inUse(secrets, limiters, clock);
        CheckService checks(history, inUse.active, clock);
        QByteArray code;
        connect(&checks, &CheckService::finished, this, [&](const CheckOutcome &outcome) { code = codeOf(outcome); });
        checks.check(receipt("EAC9999103402"), AskedBy::Person);
        settle();
        QCOMPARE(checks.pending(), 1);
        auto network = std::make_shared<FakeNetwork>(clock, [](const SeenRequest &) { return FakeReply{}; });
        inUse.use(testConnection(), accessTo(network));
        settle();
        QTRY_COMPARE(code, QByteArray("not-configured")); // no secret is stored for it
    }
};

LINTERNA_TEST(TestCheckFlow)

} // namespace test_checkflow

#include "test_checkflow.moc"
