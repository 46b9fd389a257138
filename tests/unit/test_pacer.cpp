// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pacer.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

class TestPacer : public QObject
{
    Q_OBJECT

    //! Takes a turn and uses it at once; notes who was served when.
    void want(Pacer &pacer, FakeClock &clock, Pacer::Priority priority, const char *name)
    {
        pacer.turn(priority)->onFinished(this, [this, &clock, name](const Result<Pacer::TurnPtr> &turn) {
            if (turn.ok()) {
                turn.value()->sending();
                m_served.emplace_back(name, clock.monotonic().count() - m_start);
            } else {
                m_served.emplace_back(errorCodeName(turn.error().code).toLatin1(), clock.monotonic().count() - m_start);
                m_error = turn.error();
            }
        });
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

    //! The spacing counts from the send, not from the grant: a slow taker delays the next.
    void spacingCountsFromTheSend()
    {
        FakeClock clock;
        Pacer pacer({.requestsPerSecond = 5}, clock);
        Pacer::TurnPtr slow;
        pacer.turn(Pacer::Priority::Person)->onFinished(this, [&](const Result<Pacer::TurnPtr> &turn) { slow = *turn; });
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
        Pacer pacer({.requestsPerSecond = 5, .requestsPerDay = 10}, clock);
        {
            QObject soonGone;
            pacer.turn(Pacer::Priority::Person)->onFinished(&soonGone, [](const Result<Pacer::TurnPtr> &) { QFAIL("gone"); });
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
        Pacer pacer({.requestsPerSecond = 5, .requestsPerDay = 3, .timeZone = QTimeZone("America/New_York")}, clock);
        pacer.addUsed(pacer.today(), 1);
        pacer.addUsed(QStringLiteral("2020-01-01"), 100); // another day: no matter
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

    void diesWithATurnOut()
    {
        FakeClock clock;
        Pacer::TurnPtr turn;
        auto pacer = std::make_unique<Pacer>(Pacer::Limits{}, clock);
        pacer->turn(Pacer::Priority::Person)->onFinished(this, [&](const Result<Pacer::TurnPtr> &given) { turn = *given; });
        settle();
        QVERIFY(turn);
        pacer.reset();
        turn->sending(); // harmless
    }
};

QTEST_GUILESS_MAIN(TestPacer)
#include "test_pacer.moc"
