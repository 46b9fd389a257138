// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting cases and old checks, undoing that, and erasing everything, through the window.
#include "tests/support/buttons.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordgate.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/casecard/casecard.h"
#include "ui/list/listview.h"
#include "ui/lookup/receiptentry.h"
#include "ui/recordkeeping/erasecontroller.h"
#include "ui/recordkeeping/erasedialog.h"
#include "ui/recordkeeping/retentiondialog.h"
#include "ui/widgets/question.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_forgetting {

class TestForgetting : public QObject
{
    Q_OBJECT
private:
    static QTableView *table(const WindowBench &b) { return b.window->findChild<QTableView *>(); }
    static CaseCard *card(const WindowBench &b) { return b.window->findChild<CaseCard *>(); }
    static bool rows(WindowBench &b, int count)
    {
        return b.until([&] { return table(b)->model()->rowCount() == count; });
    }
    //! Looks a case up and writes whose it is.
    static bool look(WindowBench &b, const QString &receipt, const QString &client = {})
    {
        const int before = table(b)->model()->rowCount();
        auto *entry = b.window->findChild<ReceiptEntry *>();
        entry->setText(receipt);
        QTest::keyClick(entry, Qt::Key_Return);
        if (!rows(b, before + 1))
            return false;
        return client.isEmpty() || resultOf(b.history.editCase(receiptOf(receipt), {.client = client})).ok();
    }
    static bool shows(const QWidget *place, const QString &text)
    {
        for (const QLabel *label : place->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    static bool says(const WindowBench &b, const QString &text)
    {
        return shows(b.window->findChild<ListView *>(), text);
    }
    static QAction *action(const WindowBench &b, const QString &text)
    {
        for (QAction *each : b.window->findChildren<QAction *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    static QPushButton *undoInView(const WindowBench &b)
    {
        return visibleButtonIn(b.window->findChild<ListView *>(), u"Undo"_s);
    }
    //! Waits for a question and gives it.
    static Question *question(WindowBench &b)
    {
        (void)b.until([&] { return b.window->findChild<Question *>() != nullptr; });
        return b.window->findChild<Question *>();
    }
    static Question *question(WindowBench &b, const QString &title)
    {
        Question *found = nullptr;
        (void)b.until([&] {
            for (Question *each : b.window->findChildren<Question *>()) {
                if (each->isVisible() && each->windowTitle() == title)
                    found = each;
            }
            return found != nullptr;
        });
        return found;
    }
    //! A check of the past.
    static bool recordOld(WindowBench &b, const QString &receipt, int monthsAgo)
    {
        CheckOutcome outcome = goodOutcome(caseStatus(receiptOf(receipt)));
        outcome.checkedAt = b.clock.now().addMonths(-monthsAgo);
        return resultOf(b.history.record(outcome)).ok();
    }

private slots:
    void enterOnCancelDeletesNothing()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        QVERIFY(b.until([&] { return table(b)->currentIndex().row() == 0; }));
        QTest::keyClick(table(b), Qt::Key_Delete);
        const QPointer<Question> asked = question(b);
        QVERIFY(asked);
        visibleButtonIn(asked, u"Cancel"_s)->setFocus();
        QTest::keyClick(asked->focusWidget(), Qt::Key_Return);
        QVERIFY(b.until([&] { return !asked; }));
        QVERIFY(resultOf(b.history.findCase(receiptOf(u"EAC9999103402"_s)))); // asked after whatever was wanted
    }

    void deletesTheSelectedCaseAndTakesItBack()
    {
        WindowBench b;
        QVERIFY(look(b, u"LIN9999106501"_s));
        QVERIFY(look(b, u"EAC9999103402"_s, u"García"_s));
        QVERIFY(b.until([&] { return table(b)->currentIndex().row() == 0; }));
        QTest::keyClick(table(b), Qt::Key_Delete);
        Question *asked = question(b);
        QVERIFY(asked);
        QCOMPARE(asked->windowTitle(), u"Delete case EAC9999103402?"_s);
        QVERIFY(shows(asked, u"Client: García."_s));
        QVERIFY(shows(asked, u"1 check will be deleted"_s));
        QVERIFY(shows(asked, u"until the program is closed"_s));
        visibleButtonIn(asked, u"Delete"_s)->click();
        QVERIFY(rows(b, 1));
        QVERIFY(says(b, u"Case EAC9999103402 deleted (1 check)"_s));
        QVERIFY(!card(b)->outcome());
        undoInView(b)->click();
        QVERIFY(rows(b, 2));
        QVERIFY(says(b, u"Case EAC9999103402 is back"_s));
        QVERIFY(!undoInView(b));
        QCOMPARE(resultOf(b.history.findCase(receiptOf(u"EAC9999103402"_s)))->details.client, u"García"_s);
        // Done again, it is another deletion, which can be taken back as well.
        action(b, u"&Redo deletion of EAC9999103402"_s)->trigger();
        QVERIFY(rows(b, 1));
        QVERIFY(b.until([&] { return action(b, u"&Undo deletion of EAC9999103402"_s) != nullptr; }));
        action(b, u"&Undo deletion of EAC9999103402"_s)->trigger();
        QVERIFY(rows(b, 2));
    }

    void cancelDeletesNothing()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        action(b, u"De&lete case…"_s)->trigger();
        Question *asked = question(b);
        QVERIFY(asked);
        visibleButtonIn(asked, u"Cancel"_s)->click();
        settle();
        QVERIFY(resultOf(b.history.findCase(receiptOf(u"EAC9999103402"_s))));
        QVERIFY(!action(b, u"&Undo"_s)->isEnabled());
    }

    void deletesEverythingAboutAClient()
    {
        WindowBench b;
        QVERIFY(look(b, u"LIN9999106501"_s, u"Li"_s));
        QVERIFY(look(b, u"WAC9999000001"_s, u"garcia"_s));
        QVERIFY(look(b, u"EAC9999103402"_s, u"García"_s));
        const SavedFilter theirs{u"Urgent"_s, {.text = u"garcia approved"_s}};
        const SavedFilter others{u"Failed"_s, {.failed = true}};
        QVERIFY(resultOf(b.history.saveFilters({theirs, others})));
        action(b, u"Delete &everything about this client…"_s)->trigger();
        Question *asked = question(b);
        QVERIFY(asked);
        QCOMPARE(asked->windowTitle(), u"Delete everything about García?"_s);
        QVERIFY(shows(asked, u"2 cases: WAC9999000001, EAC9999103402."_s));
        QVERIFY(shows(asked, u"2 checks will be deleted"_s));
        QVERIFY(shows(asked, u"The saved filter “Urgent” names the client and is deleted too."_s));
        QVERIFY(!shows(asked, u"Older histories"_s));
        visibleButtonIn(asked, u"Delete"_s)->click();
        QVERIFY(rows(b, 1));
        QVERIFY(says(b, u"2 cases deleted (2 checks)"_s));
        QVERIFY(resultOf(b.history.savedFilters()).value() == std::vector{others});
        action(b, u"&Undo deletion of 2 cases"_s)->trigger();
        QVERIFY(rows(b, 3));
        QVERIFY(b.until([&] { return resultOf(b.history.savedFilters()).value() == std::vector{theirs, others}; }));
    }

    //! What is deleted here is not deleted there, and nobody may believe that it is.
    void namesTheOlderHistories()
    {
        WindowBench b;
        for (const QString &name :
             {u"history.replaced-20261122-104200.db"_s, u"history.db"_s, u"requests.damaged-20261122-104200.db"_s}) {
            QFile file(b.folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(look(b, u"EAC9999103402"_s));
        action(b, u"De&lete case…"_s)->trigger();
        QVERIFY(shows(question(b), u"needs them any more: history.replaced-20261122-104200.db"_s));
    }

    //! An edit after a deletion is taken back first, and the line of the deletion offers it no more.
    void stepsAreTakenBackInTheirOrder()
    {
        WindowBench b;
        QVERIFY(recordOld(b, u"WAC9999000001"_s, 30)); // before those, or its date would be in doubt
        QVERIFY(rows(b, 1));
        QVERIFY(look(b, u"LIN9999106501"_s));
        QVERIFY(look(b, u"EAC9999103402"_s));
        action(b, u"De&lete case…"_s)->trigger();
        visibleButtonIn(question(b), u"Delete"_s)->click();
        QVERIFY(b.until([&] { return undoInView(b) != nullptr; }));
        b.settings.setRetentionMonths(12);
        QVERIFY(b.until([&] { return action(b, u"&Undo deletion of old checks"_s) != nullptr; }));
        undoInView(b)->click();
        QVERIFY(b.until([&] { return action(b, u"&Undo deletion of EAC9999103402"_s) != nullptr; }));
        QVERIFY(!undoInView(b));
    }

    void oldChecksGoEachDayUnlessOnHold()
    {
        WindowBench b;
        QVERIFY(recordOld(b, u"EAC9999103402"_s, 30));
        QVERIFY(recordOld(b, u"LIN9999106501"_s, 30));
        QVERIFY(recordOld(b, u"WAC9999000001"_s, 11));
        QVERIFY(resultOf(b.history.editCase(receiptOf(u"LIN9999106501"_s), {.onHold = true})));
        QVERIFY(rows(b, 3)); // off by default
        action(b, u"How &long the history is kept…"_s)->trigger();
        auto *dialog = b.window->findChild<RetentionDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QCheckBox *>()->setChecked(true);
        dialog->findChild<QSpinBox *>()->setValue(12);
        visibleButtonIn(dialog, u"Keep it so"_s)->click();
        Question *asked = question(b, u"Delete 1 check now?"_s);
        QVERIFY(asked);
        QVERIFY(shows(asked, u"1 case has no newer check and is deleted whole"_s));
        QCOMPARE(b.settings.retentionMonths(), 0); // nothing before the answer
        visibleButtonIn(asked, u"Cancel"_s)->click();
        QCOMPARE(b.settings.retentionMonths(), 0);
        QVERIFY(rows(b, 3));
        QVERIFY(b.until([&] { return b.window->findChild<RetentionDialog *>() == nullptr; }));
        action(b, u"How &long the history is kept…"_s)->trigger();
        dialog = b.window->findChild<RetentionDialog *>();
        dialog->findChild<QCheckBox *>()->setChecked(true);
        dialog->findChild<QSpinBox *>()->setValue(12);
        visibleButtonIn(dialog, u"Keep it so"_s)->click();
        visibleButtonIn(question(b, u"Delete 1 check now?"_s), u"Delete"_s)->click();
        QCOMPARE(b.settings.retentionMonths(), 12);
        QVERIFY(rows(b, 2));
        QVERIFY(b.until([&] { return says(b, u"1 check older than 12 months deleted"_s); }));
        undoInView(b)->click();
        QVERIFY(rows(b, 3));
        b.clock.pass(std::chrono::hours(24));
        QVERIFY(rows(b, 2));
    }

    void oldChecksGoWhenTheRecordIsOpened()
    {
        WindowBench b;
        b.settings.setRetentionMonths(12);
        QVERIFY(recordOld(b, u"EAC9999103402"_s, 30));
        QVERIFY(rows(b, 1));
        b.window->showRecordState({});
        QVERIFY(rows(b, 0));
    }

    //! Nothing can be taken back once another record is open.
    void anotherRecordForgetsTheSteps()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        action(b, u"De&lete case…"_s)->trigger();
        visibleButtonIn(question(b), u"Delete"_s)->click();
        QVERIFY(b.until([&] { return undoInView(b) != nullptr; }));
        b.window->showRecordState({.mode = RecordState::Mode::InMemory});
        QVERIFY(!action(b, u"&Undo"_s)->isEnabled());
        QVERIFY(!undoInView(b));
    }

    void closingLeavesNothingToBeTakenBack()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        const auto removed = resultOf(b.history.deleteCases({receiptOf(u"EAC9999103402"_s)}));
        QCOMPARE(removed->checks, 1);
        QVERIFY(b.history.file().holdsDeleted());
        QVERIFY(!b.window->close()); // not before all of it is out of the file
        QVERIFY(b.window->isVisible());
        QVERIFY(b.until([&] { return !b.window->isVisible(); }));
        QVERIFY(!b.history.file().holdsDeleted());
        QVERIFY(resultOf(b.history.undoDeletion(removed->number)).error().code == ErrorCode::Invalid);
    }

    void closingTwiceDoesNotWait()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        QVERIFY(b.window->close()); // nothing was deleted
        b.window->show();
        const auto gate = std::make_shared<RecordGate>();
        QVERIFY(resultOf(b.history.deleteCases({receiptOf(u"EAC9999103402"_s)})));
        (void)b.history.visit(gate);
        QVERIFY(!b.window->close());
        QVERIFY(b.window->close());
        gate->open.release();
        QVERIFY(b.until([&] { return !b.history.file().holdsDeleted(); }));
    }

    void erasingNeedsTheWordAndSaysWhatWent()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        const QString settingsFile = b.folder.filePath(u"settings.ini"_s);
        QTRY_VERIFY(QFile::exists(settingsFile));
        QFile foreign(b.folder.filePath(u"notes.txt"_s));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        action(b, u"E&rase everything…"_s)->trigger();
        QVERIFY(b.until([&] { return b.window->findChild<EraseDialog *>() != nullptr; }));
        auto *dialog = b.window->findChild<EraseDialog *>();
        QVERIFY(shows(dialog, u"The history: 1 check of 1 case"_s));
        QPushButton *erase = visibleButtonIn(dialog, u"Erase everything"_s);
        auto *entry = dialog->findChild<QLineEdit *>();
        entry->setText(u"eras"_s);
        QVERIFY(!erase->isEnabled());
        entry->setText(u"Erase "_s);
        QVERIFY(erase->isEnabled());
        erase->click();
        QVERIFY(b.until([&] {
            auto *report = b.window->findChild<Question *>();
            return report && report->windowTitle() == u"Everything is erased"_s;
        }));
        auto *report = b.window->findChild<Question *>();
        QVERIFY(shows(report, u"settings.ini"_s));
        QVERIFY(shows(report, u"connection/USCIS sandbox/client-secret"_s));
        QVERIFY(resultOf(b.secrets.read(u"connection/USCIS sandbox/client-secret"_s))->isEmpty());
        QCOMPARE(resultOf(b.history.checks({}))->total, 0);
        visibleButtonIn(report, u"Close Linterna"_s)->click();
        QVERIFY(b.until([&] { return !b.window->isVisible(); }));
        b.window.reset();
        QVERIFY(!QFile::exists(settingsFile)); // nothing was written at the end
        QVERIFY(foreign.exists());
    }

    //! In a folder that takes no locks another window may be at work.
    void fault73_aGuestErasesNothing()
    {
        WindowBench b;
        RecordLifecycle guest(b.history, b.secrets, b.folder.filePath(u"history.db"_s), {}, RecordRole::Guest);
        auto *eraser = new EraseController({b.history, guest, b.settings, b.connections, b.secrets, b.folder.path()},
                                           b.window.get());
        eraser->ask();
        QVERIFY(question(b));
        QCOMPARE(question(b)->windowTitle(), u"Nothing was erased"_s);
    }

    void whatCouldNotBeErasedIsNamed()
    {
        Erased erased;
        erased.files = QStringList{u"history.db"_s};
        erased.filesLeft = QStringList{u"history.key"_s};
        erased.secretsLeft.push_back({u"record/data-key"_s, Error{.code = ErrorCode::KeychainLocked}});
        const ErasedWords words = erasedWords(erased);
        QCOMPARE(words.heading, u"Not everything could be erased"_s);
        QVERIFY(words.text.contains(u"delete them yourself: history.key"_s));
        QVERIFY(words.text.contains(u"May still be in the keyring: “record/data-key”"_s));
        QVERIFY(words.text.contains(u"locked"_s));
    }
};

LINTERNA_TEST(TestForgetting)

} // namespace test_forgetting

#include "test_forgetting.moc"
