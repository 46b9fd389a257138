// SPDX-License-Identifier: GPL-3.0-or-later
// Actions that cannot be undone are asked about first, and so is closing the window while something is not saved.
#include "lib/sqlite/database.h"
#include "tests/support/buttons.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"
#include "tests/ui/windowbench.h"
#include "ui/mainwindow/mainview.h"
#include "ui/recordkeeping/filenotice.h"
#include "ui/recordkeeping/retention.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_irreversible {

class TestIrreversible : public QObject
{
    Q_OBJECT
private:
    static MainView *view(const WindowBench &b) { return b.window->findChild<MainView *>(); }
    static QString textOf(const QWidget &place)
    {
        QStringList texts;
        for (const QLabel *label : place.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return place.isVisible() ? texts.join(u'\n') : QString();
    }
    static qint64 total(WindowBench &b) { return resultOf(b.history.checks({.pageSize = 1}))->total; }
    //! Checks of a case, on these days and in this order, and the last start.
    static void prepare(WindowBench &b, const QList<QDate> &days, const QDate &lastStart)
    {
        (void)total(b); // the bench's own start is over
        settle();
        for (const QDate &day : days) {
            CheckOutcome outcome = goodOutcome(caseStatus(receiptOf(u"EAC9999103402"_s)));
            outcome.checkedAt = QDateTime(day, QTime(12, 0), Qt::UTC);
            QVERIFY(resultOf(b.history.record(outcome)));
        }
        b.settings.setLastStart(QDateTime(lastStart, QTime(9, 0), Qt::UTC));
    }
    //! With a retention of five years.
    static void start(WindowBench &b, const QDate &today)
    {
        b.clock.setNow(QDateTime(today, QTime(9, 0), Qt::UTC));
        b.settings.setRetentionMonths(60);
        b.window->showRecordState({});
        settle();
        (void)total(b); // the record's thread has done what it was asked before
        settle();
        (void)total(b);
        settle();
    }
    //! A window as another start of the program would make it.
    static void reopen(WindowBench &b, Settings &settings, const QDateTime &built)
    {
        b.window = std::make_unique<MainWindow>(
            WindowParts{b.checks, b.active, b.history, b.record, settings, b.languages, b.connections, b.secrets,
                        b.tester, b.clock, b.folder.filePath(u"certificates"_s), false, b.folder.path(), built});
        b.window->show();
        settle();
    }
    static Question *question(const WindowBench &b) { return b.window->findChild<Question *>(); }

private slots:
    void agreeingClocksDeleteWithoutAQuestion()
    {
        WindowBench b;
        prepare(b, {{2021, 1, 1}, {2026, 11, 20}}, {2026, 11, 22});
        start(b, {2026, 11, 24});
        QVERIFY(b.until([&] { return total(b) == 1; }));
        QVERIFY(textOf(view(b)->clockBanner()).isEmpty());
        QCOMPARE(b.settings.lastStart()->date(), QDate(2026, 11, 24));
    }

    void fault72_asks_data()
    {
        QTest::addColumn<QList<QDate>>("days");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("says");
        const QDate recent(2026, 11, 20);
        QTest::newRow("fault72 ten years ahead")
            << QList<QDate>{recent} << QDate(2036, 11, 24) << u"Linterna was last used on"_s;
        QTest::newRow("fault72 back again, and one check was made ten years back")
            << QList<QDate>{recent, {2016, 11, 20}} << QDate(2026, 11, 24) << u"recorded after newer ones"_s;
        QTest::newRow("fault72 one check was made ten years ahead")
            << QList<QDate>{{2021, 1, 1}, {2036, 11, 20}} << QDate(2026, 11, 24) << u"the newest check is of"_s;
        QTest::newRow("fault72 ten years back")
            << QList<QDate>{{2001, 1, 1}, recent} << QDate(2016, 11, 24) << u"Linterna was last used on"_s;
    }
    void fault72_asks()
    {
        QFETCH(QList<QDate>, days);
        QFETCH(QDate, today);
        QFETCH(QString, says);
        WindowBench b;
        prepare(b, days, {2026, 11, 22});
        const qint64 all = total(b);
        QCOMPARE(all, days.size());
        for (int time = 0; time < 2; ++time) { // and at the next start
            start(b, today);
            QVERIFY(b.until([&] { return textOf(view(b)->clockBanner()).contains(says); }));
            QCOMPARE(total(b), all);
            // A doubtful clock is not believed next time.
            const bool clockIsRight = says.startsWith(u"recorded after"_s);
            QCOMPARE(b.settings.lastStart()->date(), clockIsRight ? today : QDate(2026, 11, 22));
        }
        visibleButtonIn(&view(b)->clockBanner(), u"Decide…"_s)->click();
        QVERIFY(b.until([&] { return question(b) && question(b)->isVisible(); }));
        QVERIFY(textOf(*question(b)).contains(says));
        visibleButtonIn(question(b), u"Keep them"_s)->click();
        QVERIFY(b.until([&] { return !question(b); }));
        QVERIFY(textOf(view(b)->clockBanner()).isEmpty());
        QCOMPARE(total(b), all);

        start(b, today);
        QVERIFY(b.until([&] { return !textOf(view(b)->clockBanner()).isEmpty(); }));
        visibleButtonIn(&view(b)->clockBanner(), u"Decide…"_s)->click();
        QVERIFY(b.until([&] { return question(b) && question(b)->isVisible(); }));
        visibleButtonIn(question(b), u"Delete"_s)->click();
        QVERIFY(b.until([&] { return total(b) < all; }));
    }
    void fault72_aServerKnowsBetter()
    {
        WindowBench b;
        prepare(b, {{2021, 1, 1}, {2026, 11, 20}}, {2026, 11, 22});
        b.serverDate = "Mon, 05 Nov 2018 08:00:00 GMT";
        b.window->checkReceipts({receiptOf(u"LIN9999106501"_s)});
        QVERIFY(b.until([&] { return total(b) == 3; }));
        QVERIFY(b.until([&] { return b.checks.pending() == 0; }));
        b.settings.setRetentionMonths(60);
        QVERIFY(b.until([&] { return textOf(view(b)->clockBanner()).contains(u"but the service says"_s); }));
        QCOMPARE(total(b), 3);
    }
    void fault72_aServerThatAgreesSettlesIt()
    {
        WindowBench b;
        prepare(b, {{2021, 1, 1}, {2026, 10, 20}}, {2026, 10, 22}); // a month of leave
        start(b, {2026, 11, 23});
        QVERIFY(b.until([&] { return !textOf(view(b)->clockBanner()).isEmpty(); }));
        QCOMPARE(total(b), 2);
        b.serverDate = "Mon, 23 Nov 2026 09:00:00 GMT";
        b.window->checkReceipts({receiptOf(u"LIN9999106501"_s)});
        QVERIFY(b.until([&] { return textOf(view(b)->clockBanner()).isEmpty(); }));
        QVERIFY(b.until([&] { return total(b) == 2; })); // the one of 2021 is gone, the new one is there
    }
    //! A server whose date is another settles nothing, nor does one that reads the same clock.
    void fault72_aServerSettlesNothing_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("sameComputer");
        QTest::newRow("fault72 another date") << QDate(2018, 11, 5) << false;
        QTest::newRow("fault72 on this computer") << QDate(2026, 11, 23) << true;
    }
    void fault72_aServerSettlesNothing()
    {
        QFETCH(QDate, day);
        QFETCH(bool, sameComputer);
        WindowBench b;
        prepare(b, {{2021, 1, 1}, {2026, 10, 20}}, {2026, 10, 22});
        start(b, {2026, 11, 23});
        QVERIFY(b.until([&] { return !textOf(view(b)->clockBanner()).isEmpty(); }));
        b.window->findChild<Retention *>()->noteServerTime(QDateTime(day, QTime(9, 0), Qt::UTC), sameComputer);
        QCOMPARE(b.settings.lastStart()->date(), QDate(2026, 10, 22));
        (void)total(b);
        settle();
        QCOMPARE(total(b), 2);
    }
    //! What only another place knows: the program's own date, and settings that do not say the same.
    void fault72_theProgramIsNewerThanTheClock()
    {
        WindowBench b;
        prepare(b, {{2001, 1, 1}}, {2016, 11, 22});
        reopen(b, b.settings, QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC));
        start(b, {2016, 11, 24});
        QVERIFY(b.until([&] { return textOf(view(b)->clockBanner()).contains(u"this program was made on"_s); }));
        QCOMPARE(total(b), 1);
    }
    void fault74_settingsThatDisagreeAreAskedAbout()
    {
        WindowBench b;
        QVERIFY(QDir().mkpath(b.folder.filePath(u"other"_s)));
        const QDateTime last(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        QVERIFY(
            PrivacyFile::write(b.folder.filePath(u"other/privacy.json"_s), {.retentionMonths = 60, .lastStart = last}));
        Settings halfLost(b.folder.filePath(u"other/settings.ini"_s));
        prepare(b, {{2021, 1, 1}, {2026, 11, 20}}, {2026, 11, 22});
        b.clock.setNow(last.addDays(2));
        reopen(b, halfLost, {});
        b.window->showRecordState({});
        QVERIFY(b.until([&] { return textOf(view(b)->clockBanner()).contains(u"The settings were damaged"_s); }));
        QCOMPARE(total(b), 2);
        b.window.reset(); // before its settings
    }
    void fault72_theQuestionInSpanish()
    {
        WindowBench b;
        prepare(b, {{2026, 11, 20}}, {2026, 11, 22});
        start(b, {2036, 11, 24});
        QVERIFY(b.until([&] { return !textOf(view(b)->clockBanner()).isEmpty(); }));
        b.languages.setLanguage(u"es"_s);
        settle();
        QVERIFY(textOf(view(b)->clockBanner()).contains(u"El reloj de esta computadora dice"_s));
        QVERIFY(visibleButtonIn(&view(b)->clockBanner(), u"Decidir…"_s));
    }

    void fault75_filesAreNamedWithTheWayOn()
    {
        WindowBench b;
        QVERIFY(textOf(view(b)->filesBanner()).isEmpty());
        b.window->showFileTroubles({{u"settings.ini"_s, FileTrouble::What::Damaged, u"settings.damaged-1.ini"_s},
                                    {u"history.db"_s, FileTrouble::What::Gone, {}}});
        const QString said = textOf(view(b)->filesBanner());
        QVERIFY(said.contains(u"settings.ini was damaged. It is kept as settings.damaged-1.ini."_s));
        QVERIFY(said.contains(u"history.db is gone."_s) && said.contains(u"Restore a backup"_s));
        b.languages.setLanguage(u"es"_s);
        settle();
        QVERIFY(textOf(view(b)->filesBanner()).contains(u"history.db ya no está."_s));
        visibleButtonIn(&view(b)->filesBanner(), u"Cerrar este aviso"_s)->click();
        QVERIFY(textOf(view(b)->filesBanner()).isEmpty());
    }
    void fault74_inDoubtThePersonChooses()
    {
        WindowBench b;
        const QString privacy = b.folder.filePath(u"other/privacy.json"_s);
        QVERIFY(QDir().mkpath(b.folder.filePath(u"other"_s)));
        QVERIFY(PrivacyFile::write(privacy, {.keepNothing = true, .inDoubt = true}));
        Settings lost(b.folder.filePath(u"other/settings.ini"_s));
        Banner banner(Banner::Kind::Warning);
        banner.show();
        FileNotice notice(lost, banner, nullptr);
        QSignalSpy chooses(&notice, &FileNotice::choiceRequested);
        notice.add({});
        QVERIFY(textOf(banner).contains(u"Nothing is kept until you choose."_s));
        visibleButtonIn(&banner, u"Choose how to keep it…"_s)->click();
        QCOMPARE(chooses.size(), 1);
        lost.setKeepNothing(true); // which is a choice too
        QVERIFY(textOf(banner).isEmpty());
        QVERIFY(lost.keepNothing() && !lost.isPrivacyInDoubt());
    }
    void fault75_everyTroubleSaysSomethingOfItsOwn()
    {
        QSet<QString> texts;
        for (const QString &name : {u"settings.ini"_s, u"privacy.json"_s, u"connections.json"_s, u"requests.db"_s,
                                    u"history.db"_s, u"history.key"_s}) {
            for (int what = 0; what <= int(FileTrouble::What::Gone); ++what) {
                const QString text = fileTroubleText({name, FileTrouble::What(what), {}});
                QVERIFY(text.contains(name));
                texts += text;
            }
        }
        QCOMPARE(texts.size(), 6 * 5);
    }

    void fault77_closingAsksWhileAnAnswerWaits()
    {
        WindowBench b;
        const QString file = b.folder.filePath(u"history.db"_s);
        QVERIFY(resultOf(b.history.file().open({file, testKey(), RecordRole::Owner})));
        auto other = *Database::open(file, Database::Access::Write);
        QVERIFY(!other->execute(u"BEGIN IMMEDIATE"_s));
        b.window->checkReceipts({receiptOf(u"EAC9999103402"_s)});
        QVERIFY(b.until([&] { return textOf(view(b)->waitingBanner()).contains(u"1 answer is not saved yet"_s); }));
        QVERIFY(textOf(view(b)->waitingBanner()).contains(u"Another program holds the history."_s));
        QVERIFY(!b.window->close());
        QVERIFY(question(b) && question(b)->isVisible());
        visibleButtonIn(question(b), u"Leave Linterna open"_s)->click();
        QVERIFY(b.until([&] { return !question(b); }));
        QVERIFY(!b.window->close()); // and now it is saved meanwhile
        QVERIFY(!other->execute(u"ROLLBACK"_s));
        QVERIFY(b.until([&] { return !b.window->isVisible(); }));
        QCOMPARE(total(b), 1);
        QVERIFY(textOf(view(b)->waitingBanner()).isEmpty());
    }
    void fault77_closingAllTheSame()
    {
        WindowBench b;
        const QString file = b.folder.filePath(u"history.db"_s);
        QVERIFY(resultOf(b.history.file().open({file, testKey(), RecordRole::Owner})));
        auto other = *Database::open(file, Database::Access::Write);
        QVERIFY(!other->execute(u"BEGIN IMMEDIATE"_s));
        b.window->checkReceipts({receiptOf(u"EAC9999103402"_s)});
        QVERIFY(b.until([&] { return b.checks.unstored().count() == 1; }));
        QVERIFY(!b.window->close());
        visibleButtonIn(question(b), u"Close and lose them"_s)->click();
        QVERIFY(b.until([&] { return !b.window->isVisible(); }));
    }
};

LINTERNA_TEST(TestIrreversible)

} // namespace test_irreversible

#include "test_irreversible.moc"
