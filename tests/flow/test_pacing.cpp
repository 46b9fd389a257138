// SPDX-License-Identifier: GPL-3.0-or-later
// How fast, when, and how much is asked: many checks, refusals, the day's quota, service hours.
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

#include <random>
#include <set>

using namespace linterna;
using namespace linterna::test;

namespace test_pacing {

namespace {

FakeReply served(const SeenRequest &request)
{
    return {.body = isToken(request) ? anyToken : goodBody(request.url)};
}

//! Monday to Friday, 7 AM to 8 PM Eastern: in winter 12:00 to 01:00 UTC.
Connection inHours()
{
    Connection connection = testConnection();
    connection.serviceHours = builtInConnections().front().serviceHours;
    return connection;
}

Connection withLimits(double perSecond, int perDay, int kept = 0)
{
    Connection connection = testConnection();
    connection.requestsPerSecond = perSecond;
    connection.requestsPerDay = perDay;
    connection.requestsKeptForPerson = kept;
    return connection;
}

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

class TestPacing : public QObject
{
    Q_OBJECT
private slots:
    void twoHundredAtFullPace_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::newRow("5 per second") << 5.0;
        QTest::newRow("10 per second") << 10.0;
    }
    void twoHundredAtFullPace()
    {
        QFETCH(double, perSecond);
        const std::chrono::milliseconds least(qint64(1000 / perSecond));
        auto last = -1'000'000ms;
        Road road(served);
        road.network = road.use(withLimits(perSecond, 1000), [&](const SeenRequest &r) {
            const bool tooFast = r.at - last < least;
            last = r.at;
            return tooFast ? FakeReply{.status = 429} : served(r);
        });
        const auto start = road.clock.monotonic();
        road.check(0, 200, AskedBy::Batch);
        QVERIFY(road.waitFor(200));
        QCOMPARE(road.ended("ok"), std::size_t(200));
        QCOMPARE(road.network->seen().size(), std::size_t(201)); // and the token: nothing was refused
        const double took = double((road.network->seen().back().at - start).count()) / 1000;
        QVERIFY2(took <= 1.15 * 200 / perSecond, QByteArray::number(took).constData());
    }

    void aPersonIsAskedWithinOneSpacingBeforeTenThousand()
    {
        Road road(served);
        road.network = road.use(withLimits(5, 0), served);
        road.check(0, 10'000, AskedBy::Batch);
        road.clock.pass(2s);
        const auto before = road.network->seen().size();
        const auto at = road.clock.monotonic();
        road.checks.check(receipt("IOE1234567890"), AskedBy::Person);
        road.clock.pass(230ms);
        const auto sent = road.network->seen();
        QVERIFY(sent.size() > before);
        QVERIFY(sent[before].url.path().endsWith(QLatin1StringView("IOE1234567890")));
        QVERIFY(sent[before].at - at <= 220ms);
    }

    //! Also where a batch has asked for the same one already, wherever it is in the queue.
    void aPersonGoesBeforeTheBatchThatAskedForTheSame_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("waiting for its turn") << 14;
        QTest::newRow("queued") << 900;
    }
    void aPersonGoesBeforeTheBatchThatAskedForTheSame()
    {
        QFETCH(int, number);
        Road road(served);
        road.check(0, 1000, AskedBy::Batch);
        road.clock.pass(2s);
        QCOMPARE(road.network->seen().size(), std::size_t(10));
        road.checks.check(numbered(number), AskedBy::Person);
        road.clock.pass(230ms);
        QCOMPARE(road.network->seen().size(), std::size_t(11));
        QVERIFY(road.network->seen().back().url.path().endsWith(numbered(number).toString()));
        road.clock.pass(5s);
        std::set<QString> asked;
        for (const SeenRequest &request : road.network->seen())
            QVERIFY(asked.insert(request.url.path()).second);
        QCOMPARE(road.ended("ok"), road.outcomes.size());
    }

    //! The service allows less than the connection says: it is found out, and all are served.
    void fault27_aSlowerServiceThanIsSaid()
    {
        auto last = -1'000'000ms;
        int refused = 0;
        Road road(served);
        road.network = road.use(withLimits(10, 0), [&](const SeenRequest &r) {
            const bool tooFast = r.at - last < 300ms;
            last = tooFast ? last : r.at;
            refused += tooFast ? 1 : 0;
            return tooFast ? FakeReply{.status = 429} : served(r);
        });
        road.check(0, 200, AskedBy::Batch);
        QVERIFY(road.waitFor(200, 60min));
        QCOMPARE(road.ended("ok"), std::size_t(200));
        QVERIFY2(refused <= 40, QByteArray::number(refused).constData());
    }

    void fault27_refusalsAtASlowPaceEndTheDay()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r)
                ? FakeReply{.body = anyToken}
                : FakeReply{.status = 429, .body = "{\"code\":429,\"message\":\"Spike Arrest Violation\"}"};
        });
        road.check(0, 50, AskedBy::Batch);
        QVERIFY(road.waitFor(50));
        QCOMPARE(road.ended("quota-spent"), std::size_t(50));
        const auto sent = road.network->seen(QStringLiteral("/case-status"));
        QVERIFY(sent.size() <= 6);
        QVERIFY(sent.back().at - sent.front().at >= 21s); // not after a mere burst
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(outcome.result.error().retryAt, std::optional(utc("2026-11-24T05:00:00Z")));
        QVERIFY(std::ranges::any_of(road.outcomes, [](const CheckOutcome &outcome) {
            return outcome.httpStatus == 429
                && outcome.result.error().serverMessage == QLatin1StringView("Spike Arrest Violation");
        }));
    }

    void nextAccessTimeStopsAllUntilThen()
    {
        const QByteArray throttled = "{\"code\":\"900804\",\"message\":\"Message throttled out\",\"nextAccessTime\":"
                                     "\"2026-Nov-23 17:00:00+0000 UTC\"}";
        bool open = false;
        Road road([&](const SeenRequest &r) {
            return isToken(r) || open ? served(r) : FakeReply{.status = 429, .body = throttled};
        });
        road.check(0, 20, AskedBy::Batch);
        QVERIFY(road.waitFor(20));
        QVERIFY(road.network->seen(QStringLiteral("/case-status")).size() <= 6); // those that were under way
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(outcome.result.error().retryAt, std::optional(utc("2026-11-23T17:00:00Z")));
        open = true;
        const auto before = road.network->seen().size();
        road.check(100, 101, AskedBy::Person);
        QVERIFY(road.waitFor(21));
        QCOMPARE(road.network->seen().size(), before);
        road.clock.pass(2h);
        road.check(101, 102, AskedBy::Person);
        QVERIFY(road.waitFor(22));
        QCOMPARE(codeOf(road.outcomes.back()), QByteArray("ok"));
    }

    void aShortPauseIsWaitedOutByAllAndShown()
    {
        bool first = true;
        Road road([&](const SeenRequest &r) {
            if (isToken(r) || !std::exchange(first, false))
                return served(r);
            return FakeReply{.status = 429, .headers = {{"Retry-After", "30"}}};
        });
        road.check(0, 10, AskedBy::Batch);
        road.clock.pass(1s);
        const auto sent = road.network->seen(QStringLiteral("/case-status")).size();
        road.progress.clear();
        road.check(50, 51, AskedBy::Person);
        road.clock.pass(20s);
        QCOMPARE(road.network->seen(QStringLiteral("/case-status")).size(), sent);
        QVERIFY(road.waitFor(11));
        QCOMPARE(road.ended("ok"), std::size_t(11));
    }

    //! Wherever it waits: for the pause that the service named, for its turn, behind others.
    void aWaitCanBeStopped_data()
    {
        QTest::addColumn<AskedBy>("askedBy");
        QTest::addColumn<int>("after"); // ms
        for (const auto &[name, askedBy] : {std::pair("person", AskedBy::Person), std::pair("batch", AskedBy::Batch)}) {
            for (const int after : {0, 100, 1000, 29'000})
                QTest::addRow("%s after %d ms", name, after) << askedBy << after;
        }
    }
    void aWaitCanBeStopped()
    {
        QFETCH(AskedBy, askedBy);
        QFETCH(int, after);
        bool first = true;
        Road road([&](const SeenRequest &r) {
            if (isToken(r) || !std::exchange(first, false))
                return served(r);
            return FakeReply{.status = 429, .headers = {{"Retry-After", "30"}}};
        });
        road.check(0, 10, AskedBy::Batch);
        road.clock.pass(600ms);
        road.check(50, 51, askedBy);
        road.clock.pass(std::chrono::milliseconds(after));
        const auto sent = road.network->seen().size();
        road.checks.cancelAll();
        QVERIFY(road.waitFor(11, 0ms)); // at once
        QCOMPARE(road.ended("cancelled"), std::size_t(11));
        road.clock.pass(1min);
        QCOMPARE(road.network->seen().size(), sent);
        QCOMPARE(road.checks.pending(), 0);
    }

    void theLedgerCountsTokensToo()
    {
        Road road(served);
        road.check(0, 5, AskedBy::Batch);
        QVERIFY(road.waitFor(5));
        const std::pair day{QStringLiteral("Test"), QStringLiteral("2026-11-23")};
        road.use(testConnection("Other", "other.example"),
                 served); // what was counted ahead and not sent stays with the limiter
        QVERIFY(road.requests.counts[day] >= 6 && road.requests.counts[day] <= 7);
        QCOMPARE(road.limiters.of(testConnection()).left(), std::optional(994));
    }

    void theDayIsSpent()
    {
        Road road(served);
        road.network = road.use(withLimits(10, 30, 4), served);
        road.check(0, 40, AskedBy::Batch);
        QVERIFY(road.waitFor(40));
        QCOMPARE(road.ended("ok"), std::size_t(25)); // one went for the token, four are kept
        QCOMPARE(road.ended("quota-spent"), std::size_t(15));
        QCOMPARE(road.network->seen().size(), std::size_t(26));
        road.outcomes.clear();
        road.check(100, 106, AskedBy::Person);
        QVERIFY(road.waitFor(6));
        QCOMPARE(road.ended("ok"), std::size_t(4));
        QCOMPARE(road.ended("quota-spent"), std::size_t(2));
        const auto spent = std::ranges::find(road.outcomes, QByteArray("quota-spent"), codeOf);
        QCOMPARE(spent->result.error().retryAt, std::optional(utc("2026-11-24T05:00:00Z")));
        QCOMPARE(spent->httpStatus, 0); // by our own count
        QCOMPARE(road.network->seen().size(), std::size_t(30));
    }

    void theCountSurvivesAnotherSession()
    {
        Road road(served);
        for (int i = 0; i < 3; ++i) {
            road.network = road.use(withLimits(100, 10), served);
            road.check(i * 10, i * 10 + 3, AskedBy::Person);
            QVERIFY(road.waitFor(std::size_t(i + 1) * 3));
        }
        QCOMPARE(road.ended("ok"), std::size_t(7)); // three tokens
        QCOMPARE(road.ended("quota-spent"), std::size_t(2));
    }

    void closedIsToldBeforeAnythingIsAsked_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("opens");
        QTest::newRow("at night") << utc("2026-11-24T02:00:00Z") << utc("2026-11-24T12:00:00Z");
        QTest::newRow("Saturday") << utc("2026-11-28T15:00:00Z") << utc("2026-11-30T12:00:00Z");
    }
    void closedIsToldBeforeAnythingIsAsked()
    {
        QFETCH(QDateTime, now);
        QFETCH(QDateTime, opens);
        Road road(served);
        road.network = road.use(inHours(), served);
        road.check(1, 2, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        road.clock.setNow(now);
        const auto before = road.network->seen().size();
        for (const AskedBy askedBy : {AskedBy::Person, AskedBy::Batch, AskedBy::Watch})
            road.check(1 + int(askedBy), 2 + int(askedBy), askedBy);
        QVERIFY(road.waitFor(4));
        QCOMPARE(road.network->seen().size(), before); // no token either
        for (std::size_t i = 1; i < 4; ++i) {
            const CheckOutcome &outcome = road.outcomes[i];
            QCOMPARE(codeOf(outcome), QByteArray("closed"));
            QVERIFY(!outcome.asked);
            QCOMPARE(outcome.id, 0); // there is nothing to record
            QCOMPARE(outcome.httpStatus, 0);
            QCOMPARE(outcome.result.error().retryAt, std::optional(opens));
        }
        QCOMPARE(road.outcomes[1].previous->title.en,
                 QStringLiteral("Case Was Received")); // the last known status stays
        QVERIFY(!road.outcomes[2].previous);
    }

    void closedIsAskedOnlyIfTold()
    {
        Road road(served);
        road.clock.setNow(utc("2026-11-28T15:00:00Z"));
        road.network = road.use(inHours(), served);
        road.checks.check(numbered(1), AskedBy::Person, OutsideHours::Ask);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        QVERIFY(road.outcomes[0].asked && road.outcomes[0].id > 0);
        road.check(2, 3, AskedBy::Person); // OutsideHours::Ask was for the first
        QVERIFY(road.waitFor(2));
        QCOMPARE(codeOf(road.outcomes[1]), QByteArray("closed"));
    }

    void aBatchEndsWhenTheServiceCloses()
    {
        Road road(served);
        road.clock.setNow(utc("2026-11-24T00:59:58Z"));
        road.network = road.use(inHours(), served);
        road.check(0, 40, AskedBy::Batch);
        QVERIFY(road.waitFor(40));
        QVERIFY(road.ended("ok") >= 9);
        QVERIFY(road.ended("closed") >= 20);
        QCOMPARE(road.outcomes.size(), std::size_t(40));
    }

    void fault28_theServiceItselfSaysThatItIsClosed()
    {
        const QByteArray body =
            "\n\n  {\"error\":{\"code\":\"503\",\"message\":\"The Case Status API Sandbox is unavailable at "
            "this time. Please retry your API request during normal operation hours M-F 7:00AM EST - "
            "8:00 PM EST\"}}";
        Road road(
            [&](const SeenRequest &r) { return isToken(r) ? served(r) : FakeReply{.status = 503, .body = body}; });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("closed"));
        QVERIFY(road.outcomes[0].asked && road.outcomes[0].id > 0);
        QVERIFY(
            road.outcomes[0].result.error().serverMessage.startsWith(QLatin1StringView("The Case Status API Sandbox")));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status")).size(),
                 std::size_t(1)); // no retry: it stays closed for hours
    }
};

LINTERNA_TEST(TestPacing)

} // namespace test_pacing

#include "test_pacing.moc"
