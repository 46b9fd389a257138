// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"
#include "tests/ui/samples.h"
#include "tests/ui/windowbench.h"
#include "ui/casecard/askingpill.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/exchange/exportdialog.h"
#include "ui/list/listfeed.h"
#include "ui/list/listview.h"
#include "ui/lookup/lookupbar.h"
#include "ui/lookup/receiptentry.h"

#include <QAccessible>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>
#include <ctime>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_mainwindow {

using linterna::test::WindowBench;
using samples::receipt;

class TestMainWindow : public QObject
{
    Q_OBJECT
private:
    static QString status(const WindowBench &b) { return b.window->findChild<StatusBrowser *>()->toPlainText(); }
    static QTableView *table(const WindowBench &b) { return b.window->findChild<QTableView *>(); }
    static bool says(const WindowBench &b, const QString &text)
    {
        return std::ranges::any_of(b.window->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    static void type(const WindowBench &b, const QString &text)
    {
        auto *entry = b.window->findChild<ReceiptEntry *>();
        entry->setText(text);
        QTest::keyClick(entry, Qt::Key_Return);
    }

private slots:
    void fromEntryToCardAndHistory()
    {
        WindowBench b;
        type(b, u"eac 99 991 03402"_s);
        QVERIFY(b.window->findChild<AskingPill *>()->isVisible());
        QVERIFY(b.until([&] { return status(b).startsWith(u"Case Was Received\nWe have EAC9999103402."_s); }));
        QVERIFY(!b.window->findChild<AskingPill *>()->isVisible());
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1 && table(b)->currentIndex().row() == 0; }));
        b.button(u"Español"_s)->click();
        QTRY_VERIFY(status(b).startsWith(u"Caso Fue Recibido\nTenemos EAC9999103402."_s));
        QCOMPARE(b.settings.language(), u"es"_s);
        QVERIFY(b.button(u"Consultar estado"_s));
    }

    //! Nothing is asked before the person was told, and all that was not asked is asked when told to.
    void outsideServiceHours()
    {
        Connection connection = WindowBench::officeConnection();
        connection.serviceHours = builtInConnections().front().serviceHours;
        WindowBench b(connection);
        b.clock.setNow(QDateTime(QDate(2026, 11, 28), QTime(15, 0), Qt::UTC)); // a Saturday
        type(b, u"EAC9999103402, WAC0000000001"_s);
        QVERIFY(b.until([&] { return status(b).startsWith(u"The service is closed now\n"_s); }));
        QVERIFY(status(b).contains(u"so nothing was asked"_s));
        QVERIFY(status(b).contains(u"The service opens Monday 30 November 12:00 (your time)."_s));
        QVERIFY(b.until([&] { return b.checks.pending() == 0; }));
        QVERIFY(b.network->seen().empty());
        QCOMPARE(table(b)->model()->rowCount(), 0);
        QVERIFY(!b.button(u"Ask again"_s));
        b.button(u"Ask anyway"_s)->click();
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 2; }));
        QVERIFY(b.until([&] { return status(b).startsWith(u"Case Was Received"_s); }));
        QCOMPARE(b.network->seen(u"/case-status/"_s).size(), std::size_t(2));
        QVERIFY(!b.button(u"Ask anyway"_s));
    }

    void fault56_tenEntersOneRequest()
    {
        WindowBench b;
        b.held = true;
        for (int i = 0; i < 10; ++i)
            type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return !b.network->seen(u"/case-status/"_s).empty(); }));
        b.held = false;
        b.network->release();
        QVERIFY(b.until([&] { return status(b).startsWith(u"Case Was Received"_s); }));
        QCOMPARE(b.network->seen(u"/case-status/"_s).size(), std::size_t(1));
    }

    void noReceiptsLeaveTheEntryAlone()
    {
        WindowBench b;
        auto *entry = b.window->findChild<ReceiptEntry *>();
        entry->setText(u"EAC99"_s);
        b.window->checkReceipts({});
        QCOMPARE(entry->text(), u"EAC99"_s);
    }

    void severalAreCheckedInTurn()
    {
        WindowBench b;
        b.unknown += "WAC0000000001";
        type(b, u"EAC9999103402, WAC0000000001, LIN9999106501"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 3; }));
        QVERIFY(b.until([&] { return !b.window->findChild<AskingPill *>()->isVisible(); }));
        QVERIFY(status(b).contains(u"LIN9999106501"_s));
    }

    void fault25_notRecognizedShowsBothVoices()
    {
        WindowBench b;
        b.unknown += "EAC0000000000";
        type(b, u"EAC0000000000"_s);
        QVERIFY(b.until([&] { return status(b).startsWith(u"USCIS did not recognize this receipt number"_s); }));
        QVERIFY(status(b).contains(u"does not recognize"_s)); // the server's own words
        QVERIFY(status(b).contains(u"1367"_s));
    }

    void earlierAnswerDoesNotPushAside()
    {
        WindowBench b;
        b.held = true;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return !b.network->seen(u"/case-status/"_s).empty(); }));
        b.held = false;
        type(b, u"LIN9999106501"_s);
        QVERIFY(b.until([&] { return status(b).contains(u"LIN9999106501"_s); }));
        b.network->release();
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 2; }));
        QVERIFY(status(b).contains(u"LIN9999106501"_s)); // the person asked for this one last
    }

    void historyLineShowsThatCheck()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        type(b, u"LIN9999106501"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 2 && status(b).contains(u"LIN9999106501"_s); }));
        table(b)->setFocus();
        table(b)->selectRow(1);
        QVERIFY(b.until([&] { return status(b).contains(u"EAC9999103402"_s); }));
    }

    //! What was "today" is "yesterday" after midnight, after a clock that was set or a sleep, and in another time zone: on
    //! the card, in the list as it is painted, spoken and told by tool tips, and in the status bar.
    void fault81_saidRelativeToNow_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("jumps");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("said");
        QTest::newRow("fault81 midnight") << 10 << false << QByteArray() << u"yesterday 15:00"_s;
        QTest::newRow("fault81 sleep") << 34 << true << QByteArray() << u"23 November 15:00"_s;
        QTest::newRow("fault81 clock set back") << -16 << true << QByteArray() << u"tomorrow 15:00"_s;
        QTest::newRow("fault81 another time zone") << 10 << false << QByteArray("America/New_York") << u"today 10:00"_s;
    }
    void fault81_saidRelativeToNow()
    {
        QFETCH(int, hours);
        QFETCH(bool, jumps);
        QFETCH(QByteArray, zone);
        QFETCH(QString, said);
        WindowBench b; // on Monday 23 November at 15:00
        type(b, u"EAC9999103402"_s);
        QVERIFY(
            b.until([&] { return table(b)->model()->rowCount() == 1 && says(b, u"Last confirmed today 15:00"_s); }));
        QSignalSpy told(table(b)->model(), &QAbstractItemModel::dataChanged);
        jumps ? b.clock.jumpWall(std::chrono::hours(hours)) : b.clock.pass(std::chrono::hours(hours));
        if (!zone.isEmpty()) {
            qputenv("TZ", zone);
            tzset();
        }
        b.clock.pass(std::chrono::seconds(10)); // as long as a timer may know nothing of it
        const bool onCard = says(b, u"Last confirmed "_s + said);
        const QModelIndex last = table(b)->model()->index(0, table(b)->model()->columnCount() - 1);
        const QString spoken = last.data(Qt::AccessibleTextRole).toString();
        const QString tip = last.data(Qt::ToolTipRole).toString();
        qputenv("TZ", "UTC");
        tzset();
        QVERIFY(onCard);
        QVERIFY2(!spoken.contains(u"today"_s) || said.startsWith(u"today"_s), qPrintable(spoken));
        QVERIFY2(tip.contains(spoken.toHtmlEscaped()), qPrintable(tip));
        QVERIFY(!told.isEmpty()); // which has it painted, and read by who listens
    }

    //! From the moment that another case is asked for until its answer, and after it was stopped.
    void fault87_neverAnothersWhileWaiting()
    {
        WindowBench b;
        auto *card = b.window->findChild<CaseCard *>();
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return status(b).contains(u"EAC9999103402"_s); }));
        b.held = true;
        type(b, u"LIN9999106501"_s);
        QCOMPARE(card->receipt(), ReceiptNumber::fromText(u"LIN9999106501"));
        QVERIFY(!status(b).contains(u"EAC9999103402"_s) && !says(b, u"EAC9999103402"_s));
        QVERIFY(says(b, u"LIN9999106501"_s));
        for (const QString &act : {u"Copy for the client"_s, u"Print…"_s, u"Technical details"_s})
            QVERIFY2(!b.button(act)->isEnabled(), qPrintable(act));
        QVERIFY(b.until([&] { return b.network->seen(u"/case-status/"_s).size() == 2; }));
        b.button(u"Stop asking about LIN9999106501"_s)->click();
        QVERIFY(b.until([&] { return !b.window->findChild<AskingPill *>()->isVisible(); }));
        QVERIFY(status(b).startsWith(u"Stopped"_s));
        QVERIFY(says(b, u"LIN9999106501"_s) && !says(b, u"EAC9999103402"_s));
        b.held = false;
        b.clock.pass(std::chrono::seconds(10)); // nobody presses twice by mistake so late
        b.button(u"Ask again"_s)->click();
        QVERIFY(b.until([&] { return status(b).contains(u"We have LIN9999106501"_s); }));
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 2; }));
    }

    //! The case's own answer from before is better than none, and is said to be from before.
    void fault87_stoppedKeepsItsOwnAnswer()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return status(b).contains(u"EAC9999103402"_s); }));
        b.held = true;
        b.clock.pass(std::chrono::seconds(10)); // nobody presses twice by mistake so late
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return b.network->seen(u"/case-status/"_s).size() == 2; }));
        b.button(u"Stop asking about EAC9999103402"_s)->click();
        QVERIFY(b.until([&] { return says(b, u"Stopped. What is shown is the answer from before."_s); }));
        QVERIFY(status(b).contains(u"We have EAC9999103402"_s));
    }

    //! A row that was chosen before is read while another case is asked for: it comes too late.
    void fault87_aRowThatComesLateIsNotShown()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        type(b, u"LIN9999106501"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 2 && status(b).contains(u"LIN9999106501"_s); }));
        b.held = true;
        table(b)->selectRow(1); // the record begins to read it
        type(b, u"WAC0000000001"_s);
        QVERIFY(b.until([&] { return b.network->seen(u"/case-status/"_s).size() == 3; }));
        QVERIFY(!status(b).contains(u"EAC9999103402"_s));
        b.held = false;
        b.network->release();
        QVERIFY(b.until([&] { return status(b).contains(u"We have WAC0000000001"_s); }));
    }

    //! Another connection stops what is under way: the card says so, of the case that was asked for.
    void fault87_anotherConnection()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return status(b).contains(u"EAC9999103402"_s); }));
        b.held = true;
        type(b, u"LIN9999106501"_s);
        QVERIFY(b.until([&] { return b.network->seen(u"/case-status/"_s).size() == 2; }));
        b.access = accessTo(std::make_shared<FakeNetwork>(b.clock, [](const SeenRequest &) { return FakeReply{}; }));
        b.active.use(WindowBench::officeConnection());
        QVERIFY(b.until([&] { return status(b).startsWith(u"Stopped"_s); }));
        QVERIFY(says(b, u"LIN9999106501"_s) && !says(b, u"EAC9999103402"_s));
    }

    //! At its usual size all of it is there: nothing scrolls as a whole but on a low screen.
    void theWholeWindowScrollsOnlyWhereThereIsNoRoom()
    {
        WindowBench b;
        const auto *scroll = qobject_cast<QScrollArea *>(b.window->centralWidget());
        QVERIFY(scroll);
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        b.window->resize(700, 300);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    }

    void fault57_closeWhileAsking()
    {
        WindowBench b;
        b.held = true;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return !b.network->seen(u"/case-status/"_s).empty(); }));
        QVERIFY(b.window->close());
        QVERIFY(b.until([&] { return b.checks.pending() == 0; }));
        QVERIFY(!b.settings.windowGeometry().isEmpty());
        b.window.reset();
        settle();
    }

    void fault40_onAFullDiskTheAnswerIsShownAndSaidNotToBeKept()
    {
        WindowBench b;
        QVERIFY(resultOf(b.history.file().open({b.folder.filePath(u"history.db"_s), testKey()})));
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        const FullDisk full(1000);
        const auto saysNotKept = [&] { return says(b, u"This answer is not saved in the history yet: "_s); };
        type(b, u"LIN9999106501"_s);
        QVERIFY(b.until(
            [&] { return status(b).startsWith(u"Case Was Received\nWe have LIN9999106501."_s) && saysNotKept(); }));
        b.unknown += "EAC9999103402";
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return status(b).contains(u"did not recognize"_s) && saysNotKept(); }));
        QVERIFY(status(b).contains(u"Last known status, from"_s) && status(b).contains(u"We have EAC9999103402."_s));
        QCOMPARE(table(b)->model()->rowCount(), 1);
    }

    void fault66_exportSaysWhereItFailed()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        b.button(u"Export history"_s)->click();
        QVERIFY(b.until([&] { return b.window->findChild<ExportDialog *>() != nullptr; }));
        auto *dialog = b.window->findChild<ExportDialog *>();
        const QString wrong = b.folder.filePath(u"no such folder/history.csv"_s);
        dialog->exportTo(wrong);
        QVERIFY(b.until([&] { return says(b, wrong) && says(b, u"Choose another place"_s); }));
        const QString right = b.folder.filePath(u"history.csv"_s);
        dialog->exportTo(right);
        QVERIFY(b.until([&] { return says(b, u"1 case exported to "_s + right); }));
        QFile file(right);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("EAC9999103402"));
        QCOMPARE(b.settings.exportFolder(), b.folder.path());
    }

    void fault62_namesAndRolesThatScriptsRelyOn()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        const auto check = [&](QWidget *widget, QAccessible::Role role, const QString &name) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QCOMPARE(face->text(QAccessible::Name), name);
            QCOMPARE(face->role(), role);
        };
        check(b.window->findChild<ReceiptEntry *>(), QAccessible::EditableText, u"Receipt number"_s);
        check(b.button(u"Check status"_s), QAccessible::Button, u"Check status"_s);
        check(b.button(u"Export history"_s), QAccessible::Button, u"Export history"_s);
        check(table(b), QAccessible::Table, u"Cases"_s);
        for (const QString &name : {u"English"_s, u"Español"_s}) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(b.button(name));
            QCOMPARE(face->text(QAccessible::Name), name);
            QVERIFY(face->state().checkable);
        }
        for (QWidget *widget : b.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void nothingJumpsWhenAnAnswerComes()
    {
        WindowBench b;
        type(b, u"EAC9999103402"_s);
        QVERIFY(b.until([&] { return table(b)->model()->rowCount() == 1; }));
        const QRect entry = b.window->findChild<ReceiptEntry *>()->geometry();
        const QRect list = b.window->findChild<ListView *>()->geometry();
        const QRect card = b.window->findChild<CaseCard *>()->geometry();
        b.unknown += "EAC0000000000";
        type(b, u"EAC0000000000"_s);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(b.window->findChild<ReceiptEntry *>()->geometry(), entry);
            QCOMPARE(b.window->findChild<ListView *>()->geometry(), list);
            QCOMPARE(b.window->findChild<CaseCard *>()->geometry(), card);
            QVERIFY(b.until([&] { return status(b).contains(u"did not recognize"_s); }));
        }
    }

    void fitsTheSmallWindow()
    {
        for (const QString &code : {u"en"_s, u"es"_s}) {
            WindowBench b(true);
            b.languages.setLanguage(code);
            settle();
            const QSize least = b.window->minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 640,
                     qPrintable(u"%1 × %2"_s.arg(least.width()).arg(least.height())));
        }
    }
};

LINTERNA_TEST(TestMainWindow)

} // namespace test_mainwindow

#include "test_mainwindow.moc"
