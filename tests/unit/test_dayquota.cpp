// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/dayquota.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerequestledger.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace test_dayquota {

using Answer = DayQuota::Answer;

namespace {

const QString name = u"Office"_s;
const QTimeZone newYork("America/New_York");

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

//! Sends one request if the quota allows, and counts it in the ledger first.
bool send(DayQuota &quota, bool forPerson = true)
{
    for (int i = 0; i < 5 && quota.maySend(forPerson) == Answer::NotYet; ++i) // reads the count, then adds to it
        settle();
    if (quota.maySend(forPerson) != Answer::Yes)
        return false;
    quota.sent();
    settle();
    return true;
}

} // namespace

class TestDayQuota : public QObject
{
    Q_OBJECT
private slots:
    void countsAheadOfSending()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        DayQuota quota({.requestsPerDay = 2}, clock, &ledger, name);
        QCOMPARE(quota.left(), std::nullopt); // not known yet
        QCOMPARE(quota.maySend(true), Answer::NotYet);
        settle();
        QCOMPARE(quota.left(), std::optional(2));
        QCOMPARE(quota.maySend(true), Answer::NotYet);
        settle();
        QCOMPARE(quota.maySend(true), Answer::Yes);
        QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 1); // a crash from here on counts it
        QCOMPARE(quota.left(), std::optional(2));              // but it has not been sent
        quota.sent();
        QCOMPARE(quota.left(), std::optional(1));
        QVERIFY(send(quota));
        QVERIFY(!send(quota));
        QCOMPARE(quota.left(), std::optional(0));
        QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 2);
    }

    void whatWasNotSentIsTakenBack()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        {
            DayQuota quota({.requestsPerDay = 10}, clock, &ledger, name);
            QVERIFY(send(quota));
            (void)quota.maySend(true);
            settle();
            QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 2);
        }
        QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 1);
    }

    //! Another window, or a run before this one.
    void whatOthersSentCounts()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        ledger.counts[{name, u"2026-11-23"_s}] = 3;
        DayQuota quota({.requestsPerDay = 6}, clock, &ledger, name);
        QVERIFY(send(quota));
        QCOMPARE(quota.left(), std::optional(2));
        ledger.counts[{name, u"2026-11-23"_s}] += 1;
        QVERIFY(send(quota));
        QCOMPARE(quota.left(), std::optional(0));
        QVERIFY(!send(quota));
        QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 6);
    }

    void withoutALimitIsCountedAllTheSame()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        DayQuota quota({.requestsPerDay = 0}, clock, &ledger, name);
        QCOMPARE(quota.maySend(false), Answer::Yes); // and nobody waits for the ledger
        quota.sent();
        QVERIFY(send(quota));
        QCOMPARE(quota.left(), std::nullopt);
        QCOMPARE((ledger.counts[{name, u"2026-11-23"_s}]), 2);
        quota.setLimits({.requestsPerDay = 3});
        QCOMPARE(quota.left(), std::optional(1));
    }

    void aBrokenLedgerStopsNobody()
    {
        FakeClock clock;
        FakeRequestLedger ledger;
        ledger.broken = true;
        DayQuota quota({.requestsPerDay = 2}, clock, &ledger, name);
        QTest::ignoreMessage(QtWarningMsg, "the day's count could not be kept: no room");
        QTest::ignoreMessage(QtWarningMsg, "the day's count could not be kept: no room");
        settle();
        QVERIFY(send(quota));
        QTest::ignoreMessage(QtWarningMsg, "the day's count could not be kept: no room");
        QVERIFY(send(quota));
        QVERIFY(!send(quota));
    }

    void whatIsKept_data()
    {
        QTest::addColumn<int>("perDay");
        QTest::addColumn<int>("kept");
        QTest::addColumn<int>("forOthers");
        QTest::newRow("some") << 30 << 20 << 15; // at most half
        QTest::newRow("few") << 30 << 5 << 25;
        QTest::newRow("none") << 30 << 0 << 30;
        QTest::newRow("one a day") << 1 << 20 << 1;
    }
    void whatIsKept()
    {
        QFETCH(int, perDay);
        QFETCH(int, kept);
        FakeClock clock;
        DayQuota quota({.requestsPerDay = perDay, .keptForPerson = kept}, clock, nullptr, name);
        int others = 0;
        while (send(quota, false))
            ++others;
        QTEST(others, "forOthers");
        int person = 0;
        while (send(quota, true))
            ++person;
        QCOMPARE(others + person, perDay);
    }

    void theDayEndsWhereTheQuotaIs_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QDateTime>("ends");
        QTest::newRow("winter") << QByteArray("America/New_York") << utc("2026-01-15T04:59:59Z") << u"2026-01-14"_s
                                << utc("2026-01-15T05:00:00Z");
        QTest::newRow("summer") << QByteArray("America/New_York") << utc("2026-07-15T04:00:00Z") << u"2026-07-15"_s
                                << utc("2026-07-16T04:00:00Z");
        QTest::newRow("23 hours: clocks go forward") << QByteArray("America/New_York") << utc("2026-03-08T05:00:00Z")
                                                     << u"2026-03-08"_s << utc("2026-03-09T04:00:00Z");
        QTest::newRow("25 hours: clocks go back") << QByteArray("America/New_York") << utc("2026-11-01T04:00:00Z")
                                                  << u"2026-11-01"_s << utc("2026-11-02T05:00:00Z");
        QTest::newRow("no midnight: clocks go forward then")
            << QByteArray("America/Havana") << utc("2026-03-08T04:59:59Z") << u"2026-03-07"_s
            << utc("2026-03-08T05:00:00Z");
        QTest::newRow("midnight GMT") << QByteArray("UTC") << utc("2026-07-15T23:59:59Z") << u"2026-07-15"_s
                                      << utc("2026-07-16T00:00:00Z");
    }
    void theDayEndsWhereTheQuotaIs()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, now);
        FakeClock clock(now);
        FakeRequestLedger ledger;
        DayQuota quota({.requestsPerDay = 1, .timeZone = QTimeZone(zone)}, clock, &ledger, name);
        QTEST(quota.today(), "day");
        QTEST(quota.dayEnd(), "ends");
        QVERIFY(send(quota));
        QVERIFY(!send(quota));
        const QString first = quota.today();
        clock.setNow(quota.dayEnd().addMSecs(-1));
        QVERIFY(!send(quota));
        clock.setNow(quota.dayEnd());
        QCOMPARE(quota.left(), std::optional(1));
        QVERIFY(send(quota));
        QCOMPARE((ledger.counts[{name, first}]), 1);
        QCOMPARE((ledger.counts[{name, quota.today()}]), 1);
    }

    //! What was counted ahead belongs to the old day.
    void theDayEndsWithOneCountedAhead()
    {
        FakeClock clock(utc("2026-11-23T23:59:59Z"));
        FakeRequestLedger ledger;
        DayQuota quota({.requestsPerDay = 2}, clock, &ledger, name);
        settle();
        (void)quota.maySend(true); // on its way to the ledger at midnight
        clock.setNow(utc("2026-11-24T00:00:00Z"));
        QVERIFY(send(quota));
        QVERIFY(send(quota));
        QVERIFY(!send(quota));
        QCOMPARE((ledger.counts[{name, u"2026-11-24"_s}]), 2);
    }

    void tellsOfChanges()
    {
        FakeClock clock;
        DayQuota quota({.requestsPerDay = 2}, clock, nullptr, name);
        QSignalSpy changed(&quota, &DayQuota::changed);
        QVERIFY(send(quota));
        QCOMPARE(changed.size(), 1);
        quota.setLimits({.requestsPerDay = 9});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(quota.left(), std::optional(8));
    }
};

LINTERNA_TEST(TestDayQuota)

} // namespace test_dayquota

#include "test_dayquota.moc"
