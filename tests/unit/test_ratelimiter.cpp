// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/ratelimiter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerequestledger.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_ratelimiter {

class TestRateLimiter : public QObject
{
    Q_OBJECT

    //! Takes a turn and uses it at once; notes who was served when.
    void want(RateLimiter &limiter, FakeClock &clock, RateLimiter::Priority priority, const char *name,
              bool again = false)
    {
        limiter.permit(priority, again)
            ->onFinished(this, [this, &clock, name](const Result<RateLimiter::PermitPtr> &permit) {
                if (permit.ok()) {
                    permit.value()->sending();
                    m_served.emplace_back(name, clock.monotonic().count() - m_start);
                } else {
                    m_served.emplace_back(errorCodeName(permit.error().code).toLatin1(),
                                          clock.monotonic().count() - m_start);
                    m_error = permit.error();
                }
            });
    }

    //! Waits for a turn, uses it at once, and gives the moment.
    std::chrono::milliseconds takeTurn(RateLimiter &limiter, FakeClock &clock)
    {
        std::optional<std::chrono::milliseconds> sent;
        limiter.permit(RateLimiter::Priority::Person)
            ->onFinished(this, [&](const Result<RateLimiter::PermitPtr> &permit) {
                sent = permit.ok() ? permit.value()->sending() : -1ms;
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
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        QCOMPARE(limiter.spacing(), 220ms); // one each 200 ms, and 10 % more
        for (int i = 0; i < 4; ++i)
            want(limiter, clock, RateLimiter::Priority::Person, "p");
        clock.pass(10s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 220}, {"p", 440}, {"p", 660}}));
    }

    void theUrgentGoFirst()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 10}, clock);
        want(limiter, clock, RateLimiter::Priority::Watch, "w");
        want(limiter, clock, RateLimiter::Priority::Watch, "w2");
        want(limiter, clock, RateLimiter::Priority::Batch, "b");
        want(limiter, clock, RateLimiter::Priority::Person, "p1");
        want(limiter, clock, RateLimiter::Priority::Person, "p2");
        want(limiter, clock, RateLimiter::Priority::Token, "t");
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"w", 0}, {"t", 110}, {"p1", 220}, {"p2", 330}, {"b", 440}, {"w2", 550}}));
    }

    void whatIsSentAgainGoesBeforeItsEquals()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 10}, clock);
        for (const char *name : {"p1", "p2", "p3"})
            want(limiter, clock, RateLimiter::Priority::Person, name);
        want(limiter, clock, RateLimiter::Priority::Batch, "b1");
        want(limiter, clock, RateLimiter::Priority::Batch, "b again", true);
        want(limiter, clock, RateLimiter::Priority::Person, "p again", true);
        clock.pass(1s);
        QCOMPARE(m_served,
                 (Served{{"p1", 0}, {"p again", 110}, {"p2", 220}, {"p3", 330}, {"b again", 440}, {"b1", 550}}));
    }

    //! The spacing counts from the send, not from the grant: a slow taker delays the next.
    void spacingCountsFromTheSend()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        RateLimiter::PermitPtr slow;
        limiter.permit(RateLimiter::Priority::Person)
            ->onFinished(this, [&](const Result<RateLimiter::PermitPtr> &permit) { slow = *permit; });
        want(limiter, clock, RateLimiter::Priority::Person, "next");
        clock.pass(1s);
        QVERIFY(m_served.empty());
        slow->sending();
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"next", 1220}}));
    }

    void aTurnThatIsDroppedCostsNothing()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 5, .day = {.requestsPerDay = 10}}, clock);
        {
            QObject soonGone;
            limiter.permit(RateLimiter::Priority::Person)
                ->onFinished(&soonGone, [](const Result<RateLimiter::PermitPtr> &) { QFAIL("gone"); });
        }
        want(limiter, clock, RateLimiter::Priority::Person, "p");
        clock.pass(0ms);
        QCOMPARE(m_served, (Served{{"p", 0}}));
        QCOMPARE(limiter.left(), std::optional(9));
    }

    void aCancelledWaiterIsPassedOver()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        want(limiter, clock, RateLimiter::Priority::Person, "first");
        auto *second = limiter.permit(RateLimiter::Priority::Person);
        want(limiter, clock, RateLimiter::Priority::Person, "third");
        second->cancel();
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"first", 0}, {"third", 220}}));
    }

    void pauses()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        limiter.pauseFor(5s);
        limiter.pauseFor(1s); // the longer one stays
        want(limiter, clock, RateLimiter::Priority::Person, "p");
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
        RateLimiter limiter({.requestsPerSecond = 5, .day = day}, clock, &ledger, QStringLiteral("A"));
        settle();
        QCOMPARE(limiter.left(), std::optional(2));
        for (int i = 0; i < 3; ++i)
            want(limiter, clock, RateLimiter::Priority::Person, "p");
        clock.pass(1s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 220}, {"quota-spent", 220}}));
        QCOMPARE(m_error->retryAt, std::optional(QDateTime(QDate(2026, 11, 24), QTime(5, 0), Qt::UTC)));
        clock.pass(14h);
        QCOMPARE(limiter.left(), std::optional(3));
        want(limiter, clock, RateLimiter::Priority::Person, "next day");
        clock.pass(0ms);
        QCOMPARE(m_served.back().first, QByteArray("next day"));
    }

    //! One refusal: a pause, then half the pace, and the old one again after a while without.
    void oneRefusalSlowsDownForAWhile()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        QSignalSpy paused(&limiter, &RateLimiter::paused);
        const auto sent = takeTurn(limiter, clock);
        const Error told = limiter.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, sent);
        QCOMPARE(told.code, ErrorCode::RateLimited);
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused[0][0].toDateTime(), clock.now().addSecs(1));
        QCOMPARE(takeTurn(limiter, clock) - sent, 1s);
        QCOMPARE(limiter.spacing(), 440ms);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(limiter.spacing(), 440ms);
            limiter.accepted(takeTurn(limiter, clock));
        }
        QCOMPARE(limiter.spacing(), 220ms);
    }

    //! What was on its way when the first refusal came is refused for the same reason.
    void severalRefusalsOfOneMomentCountOnce()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        const std::vector sent{takeTurn(limiter, clock), takeTurn(limiter, clock), takeTurn(limiter, clock),
                               takeTurn(limiter, clock), takeTurn(limiter, clock)};
        for (const auto at : sent)
            QCOMPARE(limiter.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, at).code,
                     ErrorCode::RateLimited);
        QCOMPARE(limiter.spacing(), 440ms);
        limiter.accepted(sent.back()); // sent before: says nothing about the pace of now
        (void)limiter.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, takeTurn(limiter, clock));
        QCOMPARE(limiter.spacing(), 880ms);
    }

    void refusalsInARowMeanThatTheDayIsSpent()
    {
        FakeClock clock;
        clock.setJitter([] { return 0.0; });
        RateLimiter limiter({.requestsPerSecond = 5, .day = {.timeZone = QTimeZone("America/New_York")}}, clock);
        const auto start = clock.monotonic();
        std::vector<std::chrono::milliseconds> sent;
        Error told{.code = ErrorCode::RateLimited, .httpStatus = 429, .serverMessage = QStringLiteral("Spike Arrest")};
        while (told.code == ErrorCode::RateLimited) {
            sent.push_back(takeTurn(limiter, clock) - start);
            told = limiter.heard(told, sent.back() + start);
        }
        QCOMPARE(sent, (std::vector<std::chrono::milliseconds>{0s, 1s, 6s, 21s}));
        QCOMPARE(told.code, ErrorCode::QuotaSpent);
        QCOMPARE(told.serverMessage, QStringLiteral("Spike Arrest"));
        const QDateTime midnight(QDate(2026, 11, 24), QTime(5, 0), Qt::UTC);
        QCOMPARE(told.retryAt, std::optional(midnight));

        want(limiter, clock, RateLimiter::Priority::Batch, "batch");
        clock.pass(1h);
        QCOMPARE(m_served.back().first, QByteArray("quota-spent"));
        QCOMPARE(m_error->retryAt, std::optional(midnight));
        // Nobody said so: a person may try, once, and what is accepted proves the guess wrong.
        const auto probe = takeTurn(limiter, clock);
        QCOMPARE(limiter.heard(Error{.code = ErrorCode::RateLimited, .httpStatus = 429}, probe).code,
                 ErrorCode::QuotaSpent);
        limiter.accepted(takeTurn(limiter, clock));
        want(limiter, clock, RateLimiter::Priority::Batch, "batch");
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
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        Error said{.code = code, .httpStatus = 429};
        if (seconds > 0)
            said.retryAt = clock.now().addSecs(seconds);
        const QDateTime until = said.retryAt.value_or(QDateTime(QDate(2026, 11, 24), QTime(0, 0), Qt::UTC));
        const Error told = limiter.heard(said, takeTurn(limiter, clock));
        QCOMPARE(told.code, code);
        QCOMPARE(told.retryAt, std::optional(until));
        const std::chrono::milliseconds wait(clock.now().msecsTo(until));
        clock.pass(wait - 1s);
        for (const auto priority :
             {RateLimiter::Priority::Token, RateLimiter::Priority::Person, RateLimiter::Priority::Watch})
            want(limiter, clock, priority, "sent");
        clock.pass(0ms);
        QCOMPARE(m_served.size(), std::size_t(3));
        for (const auto &[name, at] : m_served)
            QCOMPARE(name, errorCodeName(code).toLatin1());
        clock.pass(1s);
        want(limiter, clock, RateLimiter::Priority::Person, "sent");
        clock.pass(0ms);
        QCOMPARE(m_served.back().first, QByteArray("sent"));
    }

    void aShortNamedPauseIsWaitedOut()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 5}, clock);
        const auto sent = takeTurn(limiter, clock);
        Error said{.code = ErrorCode::RateLimited, .httpStatus = 429, .retryAt = clock.now().addSecs(30)};
        QCOMPARE(limiter.heard(said, sent).code, ErrorCode::RateLimited);
        QCOMPARE(takeTurn(limiter, clock) - sent, 30s);
    }

    void whatIsKeptForThePersonIsLeftByOthers()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        RateLimiter limiter({.requestsPerSecond = 100, .day = {.requestsPerDay = 10, .keptForPerson = 4}}, clock,
                            &ledger, QStringLiteral("A"));
        for (int i = 0; i < 8; ++i)
            want(limiter, clock, i % 2 == 0 ? RateLimiter::Priority::Batch : RateLimiter::Priority::Watch, "others");
        clock.pass(10s);
        const auto served = [this](const QByteArray &name) {
            return std::ranges::count(m_served, name, &Served::value_type::first);
        };
        QCOMPARE(served("others"), 6);
        QCOMPARE(served("quota-spent"), 2);
        QCOMPARE(limiter.left(), std::optional(4));
        for (int i = 0; i < 5; ++i)
            want(limiter, clock, i == 0 ? RateLimiter::Priority::Token : RateLimiter::Priority::Person, "person");
        clock.pass(10s);
        QCOMPARE(served("person"), 4);
        QCOMPARE(served("quota-spent"), 3);
        QCOMPARE((ledger.counts[{QStringLiteral("A"), QStringLiteral("2026-11-23")}]), 10);
    }

    void newLimitsHoldForWhoWaits()
    {
        FakeClock clock;
        RateLimiter limiter({.requestsPerSecond = 0.1}, clock);
        for (int i = 0; i < 4; ++i)
            want(limiter, clock, RateLimiter::Priority::Person, "p");
        clock.pass(1s);
        QCOMPARE(m_served.size(), std::size_t(1));
        limiter.setLimits({.requestsPerSecond = 10, .day = {.requestsPerDay = 3}});
        clock.pass(11s);
        QCOMPARE(m_served, (Served{{"p", 0}, {"p", 11000}, {"p", 11110}, {"quota-spent", 11110}}));
    }

    void diesWithATurnOut()
    {
        FakeClock clock;
        RateLimiter::PermitPtr permit;
        auto limiter = std::make_unique<RateLimiter>(RateLimiter::Limits{}, clock);
        limiter->permit(RateLimiter::Priority::Person)
            ->onFinished(this, [&](const Result<RateLimiter::PermitPtr> &given) { permit = *given; });
        settle();
        QVERIFY(permit);
        limiter.reset();
        permit->sending(); // harmless
    }
};

LINTERNA_TEST(TestRateLimiter)

} // namespace test_ratelimiter

#include "test_ratelimiter.moc"
