// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"
#include "ui/lookup/receiptentry.h"
#include "ui/print/printquestion.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_caseedits {

class TestCaseEdits : public QObject
{
    Q_OBJECT
private:
    static CaseCard *card(const WindowBench &b) { return b.window->findChild<CaseCard *>(); }

    //! Looks a case up and waits until what the office knows of it is there.
    static bool look(WindowBench &b, const QString &receipt)
    {
        auto *entry = b.window->findChild<ReceiptEntry *>();
        entry->setText(receipt);
        QTest::keyClick(entry, Qt::Key_Return);
        return b.until([&] {
            return card(b)->outcome() && card(b)->outcome()->receipt.toString() == receipt && card(b)->details();
        });
    }

    //! Writes a client's name in the dialog.
    static void name(WindowBench &b, const QString &client)
    {
        for (QPushButton *button : card(b)->findChildren<QPushButton *>()) {
            if (button->text() == u"Edit case details" || button->text() == u"Add client, tags or a note")
                button->click();
        }
        auto *dialog = b.window->findChild<CaseDetailsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(client);
        emit dialog->saved(dialog->details());
        delete dialog;
    }

    static bool says(const WindowBench &b, const QString &text)
    {
        for (const QLabel *label : card(b)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    static QAction *action(const WindowBench &b, const QString &text)
    {
        for (QAction *each : b.window->findChildren<QAction *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

private slots:
    void editIsKeptAndShown()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        name(b, u"García, file 00017"_s);
        QVERIFY(b.until([&] { return says(b, u"EAC9999103402 · I-130 · García, file 00017"_s); }));
        QVERIFY(says(b, u"Details of EAC9999103402 saved"_s));
        QVERIFY(look(b, u"LIN9999106501"_s));
        QVERIFY(!says(b, u"García"_s));
        QVERIFY(look(b, u"EAC9999103402"_s));
        QVERIFY(says(b, u"García"_s));
    }

    void undoAndRedoFollowTheOrderOfTheEdits()
    {
        WindowBench b;
        QVERIFY(!action(b, u"&Undo"_s)->isEnabled());
        QVERIFY(look(b, u"EAC9999103402"_s));
        name(b, u"One"_s);
        QVERIFY(b.until([&] { return says(b, u"I-130 · One"_s); }));
        QVERIFY(look(b, u"LIN9999106501"_s));
        name(b, u"Other"_s);
        QVERIFY(b.until([&] { return action(b, u"&Undo edit of LIN9999106501"_s) != nullptr; }));
        b.button(u"Undo"_s)->click();
        QVERIFY(b.until(
            [&] { return says(b, u"Edit of LIN9999106501 undone"_s) && card(b)->details()->client.isEmpty(); }));
        // The next one concerns a case that is not shown.
        action(b, u"&Undo edit of EAC9999103402"_s)->trigger();
        QVERIFY(b.until([&] { return says(b, u"Edit of EAC9999103402 undone"_s); }));
        QVERIFY(look(b, u"EAC9999103402"_s));
        QVERIFY(card(b)->details()->client.isEmpty());
        action(b, u"&Redo edit of EAC9999103402"_s)->trigger();
        QVERIFY(b.until([&] { return says(b, u"I-130 · One"_s); }));
        QVERIFY(action(b, u"&Redo edit of LIN9999106501"_s));
    }

    void nothingChangedIsNoEdit()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        name(b, QString());
        settle();
        QVERIFY(!action(b, u"&Undo"_s)->isEnabled());
    }

    void keysWork()
    {
        WindowBench b;
        QVERIFY(!action(b, u"Edit &case details…"_s)->isEnabled());
        QVERIFY(!action(b, u"&Print…"_s)->isEnabled());
        QVERIFY(look(b, u"EAC9999103402"_s));
        QTest::keyClick(b.window.get(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(b.window->findChild<CaseDetailsDialog *>());
        delete b.window->findChild<CaseDetailsDialog *>();
        name(b, u"Li"_s);
        QVERIFY(b.until([&] { return says(b, u"I-130 · Li"_s); }));
        b.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(b.window.get(), patience));
        card(b)->setFocusPolicy(Qt::StrongFocus);
        card(b)->setFocus();
        QTest::keyClick(b.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(b.until([&] { return !says(b, u"I-130 · Li"_s); }));
    }

    //! Earlier values of the details are offered for removal, and come back by an undo.
    void earlierDetailsAreRemovedAndComeBack()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        for (const QString &client : {u"One"_s, u"Two"_s, u"Three"_s}) {
            name(b, client);
            QVERIFY(b.until([&] { return says(b, u"I-130 · "_s + client); }));
        }
        action(b, u"Edit &case details…"_s)->trigger();
        auto *dialog = b.window->findChild<CaseDetailsDialog *>();
        QVERIFY(dialog);
        const auto offer = [dialog]() -> QPushButton * {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text().startsWith(u"Remove "))
                    return button;
            }
            return nullptr;
        };
        QVERIFY(b.until([&] { return offer(); }));
        QCOMPARE(offer()->text(), u"Remove 2 earlier versions of these details"_s);
        offer()->click();
        QVERIFY(b.until([&] { return !offer() && says(b, u"Earlier details of EAC9999103402 removed"_s); }));
        action(b, u"&Undo removal of earlier details of EAC9999103402"_s)->trigger();
        QVERIFY(b.until([&] { return says(b, u"Earlier details of EAC9999103402 are back"_s); }));
        emit dialog->earlierValuesUnwanted();
        QVERIFY(b.until([&] { return says(b, u"Earlier details of EAC9999103402 removed"_s); }));
        delete dialog;
        QVERIFY(says(b, u"I-130 · Three"_s));
    }

    void printAsksWhatShallBeOnThePaper()
    {
        WindowBench b;
        QVERIFY(look(b, u"EAC9999103402"_s));
        b.button(u"Print…"_s)->click();
        auto *question = b.window->findChild<PrintQuestion *>();
        QVERIFY(question);
        QCOMPARE(question->windowTitle(), u"Case EAC9999103402 on paper"_s);
        delete question;
        action(b, u"Save as P&DF…"_s)->trigger();
        QVERIFY(b.window->findChild<PrintQuestion *>());
    }
};

LINTERNA_TEST(TestCaseEdits)

} // namespace test_caseedits

#include "test_caseedits.moc"
