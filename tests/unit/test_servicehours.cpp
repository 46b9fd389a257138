// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connection.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;

namespace test_servicehours {

namespace {

//! Monday to Friday, 7 AM to 8 PM Eastern.
const ServiceHours &sandboxHours()
{
    static const ServiceHours hours = *builtInConnections().front().serviceHours;
    return hours;
}

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

class TestServiceHours : public QObject
{
    Q_OBJECT
private slots:
    void theSandbox_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("open");
        QTest::addColumn<QDateTime>("opens");
        QTest::addColumn<QDateTime>("closes");
        // 2026-11-23 is a Monday; winter: Eastern is five hours behind.
        QTest::newRow("Monday before") << utc("2026-11-23T11:59:59Z") << false << utc("2026-11-23T12:00:00Z")
                                       << utc("2026-11-24T01:00:00Z");
        QTest::newRow("Monday at seven") << utc("2026-11-23T12:00:00Z") << true << utc("2026-11-24T12:00:00Z")
                                         << utc("2026-11-24T01:00:00Z");
        QTest::newRow("Monday, last second")
            << utc("2026-11-24T00:59:59Z") << true << utc("2026-11-24T12:00:00Z") << utc("2026-11-24T01:00:00Z");
        QTest::newRow("Monday at eight") << utc("2026-11-24T01:00:00Z") << false << utc("2026-11-24T12:00:00Z")
                                         << utc("2026-11-25T01:00:00Z");
        QTest::newRow("Friday night") << utc("2026-11-28T01:00:00Z") << false << utc("2026-11-30T12:00:00Z")
                                      << utc("2026-12-01T01:00:00Z");
        QTest::newRow("Sunday") << utc("2026-11-29T15:00:00Z") << false << utc("2026-11-30T12:00:00Z")
                                << utc("2026-12-01T01:00:00Z");
        // Summer: four hours behind.
        QTest::newRow("July") << utc("2026-07-15T10:59:59Z") << false << utc("2026-07-15T11:00:00Z")
                              << utc("2026-07-16T00:00:00Z");
        QTest::newRow("July, open") << utc("2026-07-15T11:00:00Z") << true << utc("2026-07-16T11:00:00Z")
                                    << utc("2026-07-16T00:00:00Z");
        QTest::newRow("the weekend on which clocks go forward")
            << utc("2026-03-07T12:00:00Z") << false << utc("2026-03-09T11:00:00Z") << utc("2026-03-10T00:00:00Z");
        QTest::newRow("the weekend on which clocks go back")
            << utc("2026-10-31T12:00:00Z") << false << utc("2026-11-02T12:00:00Z") << utc("2026-11-03T01:00:00Z");
    }
    void theSandbox()
    {
        QFETCH(QDateTime, now);
        QTEST(sandboxHours().isOpen(now), "open");
        QTEST(sandboxHours().opensNext(now), "opens");
        QTEST(sandboxHours().closesNext(now), "closes");
    }

    void anHourThatTheClocksLeaveOut()
    {
        const ServiceHours hours{.days = {Qt::Sunday},
                                 .opens = QTime(2, 30),
                                 .closes = QTime(20, 0),
                                 .timeZone = QTimeZone("America/New_York")};
        const QDateTime now = utc("2026-03-08T06:00:00Z"); // 1 AM; at two it becomes three
        QVERIFY(!hours.isOpen(now));
        const QDateTime opens = hours.opensNext(now);
        QVERIFY2(opens >= utc("2026-03-08T06:30:00Z") && opens <= utc("2026-03-08T07:30:00Z"),
                 qPrintable(opens.toString(Qt::ISODate)));
    }

    void onOneDayAWeek()
    {
        const ServiceHours hours{
            .days = {Qt::Monday}, .opens = QTime(7, 0), .closes = QTime(8, 0), .timeZone = QTimeZone::utc()};
        QCOMPARE(hours.opensNext(utc("2026-11-23T07:00:00Z")), utc("2026-11-30T07:00:00Z"));
    }

    void neverOpen()
    {
        const ServiceHours hours{.days = {}, .opens = QTime(7, 0), .closes = QTime(8, 0), .timeZone = QTimeZone::utc()};
        QVERIFY(!hours.isOpen(utc("2026-11-23T07:30:00Z")));
        QVERIFY(!hours.opensNext(utc("2026-11-23T07:30:00Z")).isValid());
    }
};

LINTERNA_TEST(TestServiceHours)

} // namespace test_servicehours

#include "test_servicehours.moc"
