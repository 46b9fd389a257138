// SPDX-License-Identifier: GPL-3.0-or-later
// When views make words relative to now anew.
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/mainwindow/statusline.h"
#include "ui/widgets/timewatch.h"

#include <QLabel>
#include <QSignalSpy>

#include <ctime>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace test_timewatch {

class TestTimeWatch : public QObject
{
    Q_OBJECT
private:
    //! Begins on a Monday at 15:00.
    struct Watch {
        FakeClock clock;
        TimeWatch watch{clock, nullptr};
        QSignalSpy minutes{&watch, &TimeWatch::minutePassed};
        QSignalSpy days{&watch, &TimeWatch::dayTurned};
    };
    static void setZone(const char *zone)
    {
        qputenv("TZ", zone);
        tzset();
    }

private slots:
    void cleanup() { setZone("UTC"); }

    void fault81_eachFullMinute()
    {
        Watch w;
        w.clock.pass(59s);
        QCOMPARE(w.minutes.size(), 0);
        w.clock.pass(1s);
        QCOMPARE(w.minutes.size(), 1);
        QCOMPARE(w.days.size(), 0);
    }
    void fault81_midnight()
    {
        Watch w;
        w.clock.pass(9h - 1s);
        QCOMPARE(w.days.size(), 0);
        w.clock.pass(1s);
        QCOMPARE(w.days.size(), 1);
    }
    //! The day is the same, but "today 15:00" is "today 10:00" by now.
    void fault81_anotherZoneOnTheSameDay()
    {
        Watch w;
        w.clock.pass(1min);
        setZone("America/New_York");
        w.clock.pass(10s);
        QCOMPARE(w.days.size(), 1);
    }
    //! While the computer sleeps no timer runs; who comes back to the window sees what is true then.
    void fault81_backAtTheWindow()
    {
        Watch w;
        w.clock.jumpWall(24h);
        emit qApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(w.minutes.size(), 1);
        QCOMPARE(w.days.size(), 1);
    }
    void fault81_theStatusLineFollowsEachMinute()
    {
        Connection connection = WindowBench::officeConnection();
        connection.serviceHours = builtInConnections().front().serviceHours; // until 20:00 in New York
        WindowBench b(connection);
        const auto says = [&] {
            QStringList words;
            for (const QLabel *label : b.window->findChild<StatusLine *>()->findChildren<QLabel *>())
                words << label->text();
            return words.join(u'\n');
        };
        b.clock.setNow(QDateTime(QDate(2026, 11, 24), QTime(0, 59, 30), Qt::UTC));
        b.active.use(connection);
        QVERIFY2(says().contains(u"open"_s), qPrintable(says()));
        b.clock.pass(30s);
        QVERIFY2(says().contains(u"closed"_s), qPrintable(says()));
    }
};

LINTERNA_TEST(TestTimeWatch)

} // namespace test_timewatch

#include "test_timewatch.moc"
