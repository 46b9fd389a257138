// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/pacer.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerequestledger.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_pacer {

class TestPacer : public QObject
{
    Q_OBJECT

    //! Takes a turn and uses it at once; notes who was served when.
    void want(Pacer &pacer, FakeClock &clock, Pacer::Priority priority, const char *name, bool again = false)
    {
        pacer.turn(priority, again)->onFinished(this, [this, &clock, name](const Result<Pacer::TurnPtr> &turn) {
            if (turn.ok()) {
                turn.value()->sending();
                m_served.emplace_back(name, clock.monotonic().count() - m_start);
            } else {
                m_served.emplace_back(errorCodeName(turn.error().code).toLatin1(), clock.monotonic().count() - m_start);
                m_error = turn.error();
            }
        });
    }

    //! Waits for a turn, uses it at once, and gives the moment.
    std::chrono::milliseconds takeTurn(Pacer &pacer, FakeClock &clock)
    {
        std::optional<std::chrono::milliseconds> sent;
        pacer.turn(Pacer::Priority::Person)->onFinished(this, [&](const Result<Pacer::TurnPtr> &turn) {
            sent = turn.ok() ? turn.value()->sending() : -1ms;
        });
        for (int i = 0; i < 12'000 && !sent; ++i)
            clock.pass(i == 0 ? 0ms : 10ms);
        return sent.value_or(-2ms);
    }

    using Served = std::vector<std::pair<QByteArray, qint64>>;
    Served m_served;
    std::optional<Error> m_error;
    qint64 m_start = 0;

private slots:
    void init()
    {
        m_served.clear();
        m_error.reset();
        m_start = FakeClock().monotonic().count();
    }

    void spacesSends()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        QCOMPARE(pacer.spacing(), 220ms); // one each 200 ms, and 10 % more
        for (int i = 0; i < 4; ++i)
            want(pacer, clock, Pacer::Priority::Person, "p");
        clock.pass(10s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 220}, {"p", 440}, {"p", 660}}));
    }

    void theUrgentGoFirst()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 10}, clock);
        want(pacer, clock, Pacer::Priority::Watch, "w");
        want(pacer, clock, Pacer::Priority::Watch, "w2");
        want(pacer, clock, Pacer::Priority::Batch, "b");
        want(pacer, clock, Pacer::Priority::Person, "p1");
        want(pacer, clock, Pacer::Priority::Person, "p2");
        want(pacer, clock, Pacer::Priority::Token, "t");
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"w", 0}, {"t", 110}, {"p1", 220}, {"p2", 330}, {"b", 440}, {"w2", 550}}));
    }

    void whatIsSentAgainGoesBeforeItsEquals()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 10}, clock);
        for (const char *name : {"p1", "p2", "p3"})
            want(pacer, clock, Pacer::Priority::Person, name);
        want(pacer, clock, Pacer::Priority::Batch, "b1");
        want(pacer, clock, Pacer::Priority::Batch, "b again", true);
        want(pacer, clock, Pacer::Priority::Person, "p again", true);
        clock.pass(1s);
        QCOMPARE(m_served,
                 (Served{{"p1", 0}, {"p again", 110}, {"p2", 220}, {"p3", 330}, {"b again", 440}, {"b1", 550}}));
    }

    //! The spacing counts from the send, not from the grant: a slow taker delays the next.
    void spacingCountsFromTheSend()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        Pacer::TurnPtr slow;
        pacer.turn(Pacer::Priority::Person)->onFinished(this, [&](const Result<Pacer::TurnPtr> &turn) {
            slow = *turn;
        });
        want(pacer, clock, Pacer::Priority::Person, "next");
        clock.pass(1s);
        QVERIFY(m_served.empty());
        slow->sending();
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"next", 1220}}));
    }

    void aTurnThatIsDroppedCostsNothing()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5, .day = {.requestsPerDay = 10}}, clock);
        {
            QObject soonGone;
            pacer.turn(Pacer::Priority::Person)->onFinished(&soonGone, [](const Result<Pacer::TurnPtr> &) {
                QFAIL("gone");
            });
        }
        want(pacer, clock, Pacer::Priority::Person, "p");
        clock.pass(0ms);
        QCOMPARE(m_served, (Served{{"p", 0}}));
        QCOMPARE(pacer.left(), std::optional(9));
    }

    void aCancelledWaiterIsPassedOver()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        want(pacer, clock, Pacer::Priority::Person, "first");
        auto *second = pacer.turn(Pacer::Priority::Person);
        want(pacer, clock, Pacer::Priority::Person, "third");
        second->cancel();
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"first", 0}, {"third", 220}}));
    }

    void pauses()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        pacer.pauseFor(5s);
        pacer.pauseFor(1s); // the longer one stays
        want(pacer, clock, Pacer::Priority::Person, "p");
        clock.pass(10s);
        QCOMPARE(m_served, (Served{{"p", 5000}}));
    }

    void theDaysQuotaEnds()
    {
        FakeClock clock; // 15:00 UTC is 10:00 in New York
        FakeRequestLedger ledger;
        ledger.counts[{QStringLiteral("A"), QStringLiteral("2026-11-23")}] = 1;
        ledger.counts[{QStringLiteral("A"), QStringLiteral("2026-11-22")}] = 100; // another day: no matter
        ledger.counts[{QStringLiteral("B"), QStringLiteral("2026-11-23")}] = 100; // another connection: no matter
        const DayQuota::Limits day{.requestsPerDay = 3, .timeZone = QTimeZone("America/New_York")};
        Pacer pacer({.requestsPerSecond = 5, .day = day}, clock, &ledger, QStringLiteral("A"));
        settle();
        QCOMPARE(pacer.left(), std::optional(2));
        for (int i = 0; i < 3; ++i)
            want(pacer, clock, Pacer::Priority::Person, "p");
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 220}, {"quota-spent", 220}}));
        QCOMPARE(m_error->retryAt, std::optional(QDateTime(QDate(2026, 11, 24), QTime(5, 0), Qt::UTC)));
        clock.pass(14h);
        QCOMPARE(pacer.left(), std::optional(3));
        want(pacer, clock, Pacer::Priority::Person, "next day");
        clock.pass(0ms);
        QCOMPARE(m_served.back().first, QByteArray("next day"));
    }

    //! One refusal: a pause, then half the pace, and the old one again after a while without.
    void oneRefusalSlowsDownForAWhile()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        Pacer pacer({.requestsPerSecond = 5}, clock);
        QSignalSpy paused(&pacer, &Pacer::paused);
        const auto sent = takeTurn(pacer, clock);
        const Error told = pacer.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, sent);
        QCOMPARE(told.code, ErrorCode::RateLimited);
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused[0][0].toDateTime(), clock.now().addSecs(1));
        QCOMPARE(takeTurn(pacer, clock) - sent, 1s);
        QCOMPARE(pacer.spacing(), 440ms);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(pacer.spacing(), 440ms);
            pacer.accepted(takeTurn(pacer, clock));
        }
        QCOMPARE(pacer.spacing(), 220ms);
    }

    //! What was on its way when the first refusal came is refused for the same reason.
    void severalRefusalsOfOneMomentCountOnce()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        Pacer pacer({.requestsPerSecond = 5}, clock);
        const std::vector sent{takeTurn(pacer, clock), takeTurn(pacer, clock), takeTurn(pacer, clock),
                               takeTurn(pacer, clock), takeTurn(pacer, clock)};
        for (const auto at : sent)
            QCOMPARE(pacer.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, at).code,
                     ErrorCode::RateLimited);
        QCOMPARE(pacer.spacing(), 440ms);
        pacer.accepted(sent.back()); // sent before: says nothing about the pace of now
        (void)pacer.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, takeTurn(pacer, clock));
        QCOMPARE(pacer.spacing(), 880ms);
    }

    void refusalsInARowMeanThatTheDayIsSpent()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        Pacer pacer({.requestsPerSecond = 5, .day = {.timeZone = QTimeZone("America/New_York")}}, clock);
        const auto start = clock.monotonic();
        std::vector<std::chrono::milliseconds> sent;
        Error told{.code = ErrorCode::RateLimited, .httpStatus = 429, .serverMessage = QStringLiteral("Spike Arrest")};
        while (told.code == ErrorCode::RateLimited) {
            sent.push_back(takeTurn(pacer, clock) - start);
            told = pacer.heard(told, sent.back() + start);
        }
        QCOMPARE(sent, (std::vector<std::chrono::milliseconds>{0s, 1s, 6s, 21s}));
        QCOMPARE(told.code, ErrorCode::QuotaSpent);
        QCOMPARE(told.serverMessage, QStringLiteral("Spike Arrest"));
        const QDateTime midnight(QDate(2026, 11, 24), QTime(5, 0), Qt::UTC);
        QCOMPARE(told.retryAt, std::optional(midnight));

        want(pacer, clock, Pacer::Priority::Batch, "batch");
        clock.pass(1h);
        QCOMPARE(m_served.back().first, QByteArray("quota-spent"));
        QCOMPARE(m_error->retryAt, std::optional(midnight));
        // Nobody said so: a person may try, once, and what is accepted proves the guess wrong.
        const auto probe = takeTurn(pacer, clock);
        QCOMPARE(pacer.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, probe).code,
                 ErrorCode::QuotaSpent);
        pacer.accepted(takeTurn(pacer, clock));
        want(pacer, clock, Pacer::Priority::Batch, "batch");
        clock.pass(10s);
        QCOMPARE(m_served.back().first, QByteArray("batch"));
    }

    void whatTheServiceNamesIsKept_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("seconds");
        QTest::newRow("named in hours") << ErrorCode::RateLimited << 3600;
        QTest::newRow("a quota violation that names it") << ErrorCode::QuotaSpent << 7200;
        QTest::newRow("a quota violation: until the day ends") << ErrorCode::QuotaSpent << 0;
    }
    void whatTheServiceNamesIsKept()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, seconds);
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        Error said{.code = code, .httpStatus = 429};
        if (seconds > 0)
            said.retryAt = clock.now().addSecs(seconds);
        const QDateTime until = said.retryAt.value_or(QDateTime(QDate(2026, 11, 24), QTime(0, 0), Qt::UTC));
        const Error told = pacer.heard(said, takeTurn(pacer, clock));
        QCOMPARE(told.code, code);
        QCOMPARE(told.retryAt, std::optional(until));
        const std::chrono::milliseconds wait(clock.now().msecsTo(until));
        clock.pass(wait - 1s);
        for (const auto priority : {Pacer::Priority::Token, Pacer::Priority::Person, Pacer::Priority::Watch})
            want(pacer, clock, priority, "sent");
        clock.pass(0ms);
        QCOMPARE(m_served.size(), std::size_t(3));
        for (const auto &[name, at] : m_served)
            QCOMPARE(name, errorCodeName(code).toLatin1());
        clock.pass(1s);
        want(pacer, clock, Pacer::Priority::Person, "sent");
        clock.pass(0ms);
        QCOMPARE(m_served.back().first, QByteArray("sent"));
    }

    void aShortNamedPauseIsWaitedOut()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        const auto sent = takeTurn(pacer, clock);
        Error said{.code = ErrorCode::RateLimited, .httpStatus = 429, .retryAt = clock.now().addSecs(30)};
        QCOMPARE(pacer.heard(said, sent).code, ErrorCode::RateLimited);
        QCOMPARE(takeTurn(pacer, clock) - sent, 30s);
    }

    void whatIsKeptForThePersonIsLeftByOthers()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        Pacer pacer({.requestsPerSecond = 100, .day = {.requestsPerDay = 10, .keptForPerson = 4}}, clock, &ledger,
                    QStringLiteral("A"));
        for (int i = 0; i < 8; ++i)
            want(pacer, clock, i % 2 == 0 ? Pacer::Priority::Batch : Pacer::Priority::Watch, "others");
        clock.pass(10s);
        const auto served = [this](const QByteArray &name) {
            return std::ranges::count(m_served, name, &Served::value_type::first);
        };
        QCOMPARE(served("others"), 6);
        QCOMPARE(served("quota-spent"), 2);
        QCOMPARE(pacer.left(), std::optional(4));
        for (int i = 0; i < 5; ++i)
            want(pacer, clock, i == 0 ? Pacer::Priority::Token : Pacer::Priority::Person, "person");
        clock.pass(10s);
        QCOMPARE(served("person"), 4);
        QCOMPARE(served("quota-spent"), 3);
        QCOMPARE((ledger.counts[{QStringLiteral("A"), QStringLiteral("2026-11-23")}]), 10);
    }

    void newLimitsHoldForWhoWaits()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 0.1}, clock);
        for (int i = 0; i < 4; ++i)
            want(pacer, clock, Pacer::Priority::Person, "p");
        clock.pass(1s);
        QCOMPARE(m_served.size(), std::size_t(1));
        pacer.setLimits({.requestsPerSecond = 10, .day = {.requestsPerDay = 3}});
        clock.pass(11s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 11000}, {"p", 11110}, {"quota-spent", 11110}}));
    }

    void diesWithATurnOut()
    {
        FakeClock clock;
        Pacer::TurnPtr turn;
        auto pacer = std::make_unique<Pacer>(Pacer::Limits{}, clock);
        pacer->turn(Pacer::Priority::Person)->onFinished(this, [&](const Result<Pacer::TurnPtr> &given) {
            turn = *given;
        });
        settle();
        QVERIFY(turn);
        pacer.reset();
        turn->sending(); // harmless
    }
};

LINTERNA_TEST(TestPacer)

} // namespace test_pacer

#include "test_pacer.moc"
