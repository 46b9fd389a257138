// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

using namespace linterna;
using namespace linterna::test;

namespace test_switching {

namespace {

//! Does something some rounds of the event loop later.
void roundsLater(QObject *context, int rounds, std::function<void()> act)
{
    QMetaObject::invokeMethod(
        context,
        [=] {
            if (rounds > 0)
                roundsLater(context, rounds - 1, act);
            else
                act();
        },
        Qt::QueuedConnection);
}

//! A road that changes to a second connection, and what each of the two networks saw.
struct TwoRoads : QObject {
    explicit TwoRoads(FakeNetwork::Answer first)
        : road([this, first](const SeenRequest &request) {
              toFirst.push_back(request);
              return first(request);
          })
    {}
    //! No settling: whatever the caller does next comes in the same breath.
    void change()
    {
        const Connection other = testConnection("Other", "other.example");
        road.secrets.secrets.insert(other.secretKey(), Secret::copyOf("secret of Other"));
        auto network = std::make_shared<FakeNetwork>(road.clock, [this](const SeenRequest &request) {
            toSecond.push_back(request);
            return FakeReply{.body = isToken(request) ? tokenBody("token-of-other", "1799") : goodBody(request.url)};
        });
        road.inUse.use(other, accessTo(network));
    }
    [[nodiscard]] static QByteArray bytesOf(const std::vector<SeenRequest> &requests)
    {
        QByteArray all;
        for (const SeenRequest &request : requests) {
            all += request.url.toEncoded() + request.body;
            for (const auto &[name, value] : request.headers)
                all += name + value;
        }
        return all;
    }

    std::vector<SeenRequest> toFirst;
    std::vector<SeenRequest> toSecond;
    Road road;
};

//! What the first connection's network does in a row of the test, and when the change comes.
struct Moment {
    FakeNetwork::Answer answer;
    std::chrono::milliseconds after;
    std::size_t sentBefore;
    FakeSecretStore::Mood mood = FakeSecretStore::Mood::Open;
};

FakeReply served(const SeenRequest &request, const FakeReply &caseReply)
{
    return isToken(request) ? FakeReply{.body = tokenBody("token-of-first", "1799")} : caseReply;
}

} // namespace

//! What ends before its time: another connection is chosen, or a check is stopped, at the worst moments.
class TestSwitching : public QObject
{
    Q_OBJECT
private slots:
    void whatWasUnderWayEndsAndReachesNobodyElse_data()
    {
        QTest::addColumn<Moment>("moment");
        const FakeReply never{.held = true};
        constexpr std::size_t places = CheckService::placesUnderWay;
        const auto row = [](const char *name, const Moment &moment) { QTest::newRow(name) << moment; };
        row("the keychain is answering", {[=](auto &) { return never; }, 1s, 0, FakeSecretStore::Mood::NeverAnswers});
        row("the token request is under way", {[=](auto &) { return never; }, 1s, 1});
        row("the token request is to be repeated", {[](auto &) { return FakeReply{.status = 503}; }, 500ms, 1});
        row("case requests are under way", {[=](auto &r) { return served(r, never); }, 3s, 1 + places});
        row("most wait for their turn", {[=](auto &r) { return served(r, never); }, 300ms, 2});
        row("all wait to be repeated", {[](auto &r) { return served(r, {.status = 503}); }, 230ms, 2});
        row("a limit is waited out",
            {[](auto &r) {
                 return served(r, {.status = 429, .headers = {{"Retry-After", "60"}}});
             },
             20s, 2});
        row("the token is being renewed",
            {[=](auto &r) {
                 const bool first = r.at < FakeClock().monotonic() + 2s;
                 return isToken(r) ? (first ? FakeReply{.body = tokenBody("token-of-first", "4")} : never) : never;
             },
             3500ms, 2 + places});
    }
    void whatWasUnderWayEndsAndReachesNobodyElse()
    {
        QFETCH(Moment, moment);
        TwoRoads two(moment.answer);
        Road &road = two.road;
        road.secrets.mood = moment.mood;
        road.check(0, 20, AskedBy::Batch);
        road.clock.pass(moment.after);
        QCOMPARE(two.toFirst.size(), moment.sentBefore);

        two.change();
        QVERIFY(road.waitFor(20));
        road.secrets.answerAtLast();
        road.secrets.mood = FakeSecretStore::Mood::Open;
        road.clock.pass(10min);
        QCOMPARE(road.outcomes.size(), std::size_t(20));
        QCOMPARE(road.ended("cancelled"), std::size_t(20));
        QVERIFY(two.toSecond.empty());

        road.check(100, 103, AskedBy::Person);
        QVERIFY(road.waitFor(23));
        QCOMPARE(road.ended("ok"), std::size_t(3));
        QCOMPARE(two.toFirst.size(), moment.sentBefore);
        QCOMPARE(two.toSecond.size(), std::size_t(4));
        const QByteArray first = TwoRoads::bytesOf(two.toFirst);
        const QByteArray second = TwoRoads::bytesOf(two.toSecond);
        QVERIFY(second.contains("secret%20of%20Other") && second.contains("Bearer token-of-other"));
        QVERIFY(!second.contains("secret%20of%20Test") && !second.contains("token-of-first"));
        QVERIFY(!first.contains("Other") && !first.contains("token-of-other"));
    }

    //! The answer is here already, and on its way through the event loop, when the change comes: it counts for the
    //! connection that gave it, or not at all.
    void inTheMomentOfAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("rounds");
        for (const int status : {200, 404, 503}) {
            for (int rounds = 0; rounds < 8; ++rounds)
                QTest::addRow("%d, %d rounds later", status, rounds) << status << rounds;
        }
    }
    void inTheMomentOfAnAnswer()
    {
        QFETCH(int, status);
        QFETCH(int, rounds);
        TwoRoads *self = nullptr;
        TwoRoads two([&](const SeenRequest &request) {
            FakeReply reply{.status = status, .body = goodBody(request.url), .after = 1s};
            reply.whenTold = [&] { roundsLater(self, rounds, [&] { self->change(); }); };
            return served(request, reply);
        });
        self = &two;
        two.road.check(0, 1, AskedBy::Person);
        QVERIFY(two.road.waitFor(1));
        two.road.clock.pass(5min);
        settle();
        QCOMPARE(two.road.outcomes.size(), std::size_t(1));
        QVERIFY(two.toSecond.empty());
        const CheckOutcome &outcome = two.road.outcomes.front();
        QVERIFY(codeOf(outcome) == "cancelled" || (outcome.httpStatus == status && outcome.id > 0));
        QCOMPARE(outcome.connection, QStringLiteral("Test"));
    }

    //! Whoever is told how far a check is may change the connection right then: nothing of the road that is under way
    //! goes on over the one that was left.
    void inTheMomentOfBeingTold_data()
    {
        using Phase = CheckProgress::Phase;
        QTest::addColumn<CheckProgress::Phase>("phase");
        QTest::addColumn<int>("tokenStatus");
        QTest::addColumn<int>("caseStatus");
        QTest::newRow("queued") << Phase::Queued << 200 << 200;
        QTest::newRow("asking") << Phase::Asking << 200 << 200;
        QTest::newRow("waiting, for a token") << Phase::Waiting << 503 << 200;
        QTest::newRow("waiting, too fast for a token") << Phase::Waiting << 429 << 200;
        QTest::newRow("waiting, for an answer") << Phase::Waiting << 200 << 503;
        QTest::newRow("waiting, too fast") << Phase::Waiting << 200 << 429;
    }
    void inTheMomentOfBeingTold()
    {
        QFETCH(CheckProgress::Phase, phase);
        QFETCH(int, tokenStatus);
        QFETCH(int, caseStatus);
        TwoRoads two([&](const SeenRequest &request) {
            const int status = isToken(request) ? tokenStatus : caseStatus;
            return status == 200 ? served(request, {.body = goodBody(request.url)}) : FakeReply{.status = status};
        });
        Road &road = two.road;
        bool changed = false;
        connect(&road.checks, &CheckService::progress, this, [&](const ReceiptNumber &, const CheckProgress &now) {
            if (now.phase == phase && !std::exchange(changed, true))
                two.change();
        });
        road.check(0, 3, AskedBy::Person); // the third is asked for after the change where the first one makes it
        QVERIFY(road.waitFor(3));
        QVERIFY(changed);
        const std::size_t sent = two.toFirst.size();
        road.clock.pass(5min);
        QCOMPARE(road.outcomes.size(), std::size_t(3));
        QCOMPARE(road.checks.pending(), 0);
        QCOMPARE(two.toFirst.size(), sent);
        QCOMPARE(road.ended("cancelled"), std::size_t(phase == CheckProgress::Phase::Queued ? 1 : 3));
        QCOMPARE(two.toSecond.empty(), phase != CheckProgress::Phase::Queued);
    }

    void aCheckInTheSameBreathIsAskedOfTheNewConnection()
    {
        TwoRoads two([](const SeenRequest &r) { return served(r, {.held = true}); });
        two.road.check(0, 12, AskedBy::Batch);
        two.road.clock.pass(1s);
        two.change();
        two.road.check(0, 12, AskedBy::Person);
        QVERIFY(two.road.waitFor(24));
        QCOMPARE(two.road.ended("cancelled"), std::size_t(12));
        QCOMPARE(two.road.ended("ok"), std::size_t(12));
        QCOMPARE(two.toSecond.size(), std::size_t(13));
    }

    void stoppedTwiceAndAskedAgain()
    {
        TwoRoads two([](const SeenRequest &r) { return served(r, FakeReply{.body = goodBody(r.url), .after = 1s}); });
        Road &road = two.road;
        bool again = true;
        connect(&road.checks, &CheckService::finished, this, [&](const CheckOutcome &outcome) {
            if (std::exchange(again, false))
                road.checks.check(outcome.receipt, AskedBy::Person);
        });
        road.check(0, 1, AskedBy::Person);
        road.clock.pass(500ms);
        road.checks.cancelAll();
        road.checks.cancelAll();
        QVERIFY(road.waitFor(2));
        QCOMPARE(road.ended("cancelled"), std::size_t(1));
        QCOMPARE(road.ended("ok"), std::size_t(1));
        QCOMPARE(road.checks.pending(), 0);
    }

    void stoppedAskedAndStoppedInOneBreath()
    {
        TwoRoads two([](const SeenRequest &r) { return served(r, {.held = true}); });
        Road &road = two.road;
        road.check(0, 8, AskedBy::Batch);
        road.clock.pass(300ms);
        road.checks.cancelAll();
        road.check(0, 8, AskedBy::Batch);
        road.checks.cancelAll();
        settle();
        QCOMPARE(road.ended("cancelled"), std::size_t(8));
        QCOMPARE(road.checks.pending(), 0);
        road.clock.pass(10min);
        QCOMPARE(road.outcomes.size(), std::size_t(8));
        QCOMPARE(two.toFirst.size(), std::size_t(2));
    }

    //! Nobody waits any more: the token request that failed is not repeated for them.
    void stoppedWhileTheTokenRequestWaits()
    {
        TwoRoads two([](const SeenRequest &) { return FakeReply{.status = 503}; });
        two.road.check(0, 3, AskedBy::Person);
        two.road.clock.pass(100ms);
        two.road.checks.cancelAll();
        two.road.clock.pass(10min);
        QCOMPARE(two.road.ended("cancelled"), std::size_t(3));
        QCOMPARE(two.toFirst.size(), std::size_t(1));
    }

    void stoppedWhileTheKeychainAsks()
    {
        TwoRoads two([](const SeenRequest &) { return FakeReply{.status = 503}; });
        two.road.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        two.road.check(0, 3, AskedBy::Person);
        two.road.clock.pass(1s);
        two.road.checks.cancelAll();
        two.road.secrets.answerAtLast();
        two.road.clock.pass(10min);
        QCOMPARE(two.road.ended("cancelled"), std::size_t(3));
        QVERIFY(two.toFirst.empty());
    }

    //! The service counts by client, not by what goes on in our house.
    void thePaceOutlivesTheSession()
    {
        TwoRoads two([](const SeenRequest &r) { return served(r, FakeReply{.body = goodBody(r.url)}); });
        Road &road = two.road;
        road.check(0, 1, AskedBy::Person);
        road.clock.pass(230ms);
        QCOMPARE(two.toFirst.size(), std::size_t(2));
        two.change();
        road.clock.pass(20ms);
        road.network = road.use(testConnection(), [](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)};
        });
        road.check(1, 2, AskedBy::Person);
        QVERIFY(road.waitFor(2));
        QVERIFY(road.network->seen().front().at - two.toFirst.back().at >= 220ms);
    }

    void aLimitOutlivesTheSession()
    {
        TwoRoads two([](const SeenRequest &) { return FakeReply{.status = 429, .headers = {{"Retry-After", "60"}}}; });
        Road &road = two.road;
        road.check(0, 1, AskedBy::Person);
        road.clock.pass(1s);
        two.change();
        road.check(1, 2, AskedBy::Person); // the other one is not meant
        QVERIFY(road.waitFor(2, 1s));
        QCOMPARE(codeOf(road.outcomes.back()), QByteArray("ok"));
        road.network = road.use(testConnection(), [](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)};
        });
        road.check(2, 3, AskedBy::Person);
        QVERIFY(road.waitFor(3));
        QVERIFY(road.network->seen().front().at - two.toFirst.back().at >= 60s);
    }
};

LINTERNA_TEST(TestSwitching)

} // namespace test_switching

#include "test_switching.moc"
