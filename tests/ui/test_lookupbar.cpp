// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "i18n/languageswitcher.h"
#include "lookup/lookupbar.h"
#include "lookup/receiptentry.h"
#include "ui/samples.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;
using samples::receipt;

class TestLookupBar : public QObject
{
    Q_OBJECT
private:
    struct Bar {
        Bar()
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            bar.resize(1120, bar.sizeHint().height());
            bar.show();
            QObject::connect(&bar, &LookupBar::checkRequested, &bar, [this](const std::vector<ReceiptNumber> &receipts) {
                for (const ReceiptNumber &each : receipts)
                    asked += each.toString();
            });
        }
        ReceiptEntry *entry() { return bar.findChild<ReceiptEntry *>(); }
        QPushButton *button(const QString &name)
        {
            for (QPushButton *each : bar.findChildren<QPushButton *>()) {
                if (each->text() == name)
                    return each;
            }
            return nullptr;
        }
        LanguageSwitcher languages;
        Theme theme;
        QDateTime now{QDate(2026, 11, 23), QTime(15, 0), Qt::UTC};
        LookupBar bar{{.now = [this] { return now; }}};
        QStringList asked;
    };

private slots:
    void helperSaysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("whole") << u"EAC9999103402"_s << u"Will ask for EAC9999103402"_s;
        QTest::newRow("spaces, hyphens, lower case") << u" eac-99 991-03402 "_s << u"Will ask for EAC9999103402"_s;
        QTest::newRow("fault54: zero width, full width")
            << u"\u200BＥＡＣ９９９９１０３４０２"_s << u"Will ask for EAC9999103402"_s;
        QTest::newRow("one missing") << u"EAC999910340"_s << u"12 of 13 characters"_s;
        QTest::newRow("several") << u"EAC9999103402, WAC0000000001, LIN9999106501"_s << u"3 receipt numbers"_s;
        QTest::newRow("one left out")
            << u"EAC9999103402, LIN99"_s << u"1 receipt number. Left out: “LIN99” (5 of 13 characters)"_s;
        QTest::newRow("fault55: path") << u"../../EAC9999103402"_s
                                       << u"A receipt number begins with three letters; “/” cannot stand there"_s;
        QTest::newRow("fault55: query") << u"EAC?999910340"_s
                                        << u"“?” cannot stand here: after the three letters come ten digits"_s;
        QTest::newRow("fault55: encoded") << u"EAC%2f99910340"_s
                                          << u"“%” cannot stand here: after the three letters come ten digits"_s;
    }
    void helperSaysWhatIsMissing()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        Bar b;
        b.entry()->setText(typed);
        QCOMPARE(b.bar.helperText(), said);
        QCOMPARE(b.entry()->accessibleDescription(), said);
        if (typed.contains(u'/') || typed.contains(u'?') || typed.contains(u'%')) {
            QTest::keyClick(b.entry(), Qt::Key_Return);
            QVERIFY(b.asked.isEmpty());
        }
    }

    void fault56_enterTenTimesAsksOnce()
    {
        Bar b;
        QTest::keyClicks(b.entry(), u"eac9999103402"_s);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(b.entry(), Qt::Key_Return);
        for (int i = 0; i < 10; ++i)
            b.button(u"Check status"_s)->click();
        QCOMPARE(b.asked, QStringList{u"EAC9999103402"_s});
        QCOMPARE(b.bar.helperText(), u"Asking about EAC9999103402"_s);
        b.bar.checkEnded(receipt(u"EAC9999103402")); // answered at once: the finger may still be on its way
        for (int i = 0; i < 10; ++i) {
            b.now = b.now.addMSecs(150);
            QTest::keyClick(b.entry(), Qt::Key_Return);
        }
        QCOMPARE(b.asked.size(), 1);
        b.now = b.now.addSecs(1);
        QTest::keyClick(b.entry(), Qt::Key_Return);
        QCOMPARE(b.asked.size(), 2);
    }

    void pastedListIsTakenWhole()
    {
        Bar b;
        QGuiApplication::clipboard()->setText(u"EAC9999103402\r\nwac 0000 000001\n\nLIN9999106501\tEAC9999103402"_s);
        QTest::keySequence(b.entry(), QKeySequence::Paste);
        QCOMPARE(b.bar.helperText(), u"3 receipt numbers"_s);
        QTest::keyClick(b.entry(), Qt::Key_Return);
        QCOMPARE(b.asked, (QStringList{u"EAC9999103402"_s, u"WAC0000000001"_s, u"LIN9999106501"_s}));
        b.bar.setProgress(2, 5);
        QCOMPARE(b.bar.helperText(), u"2 of 5 checked"_s);
    }

    void fault53_hugePasteIsRefusedWhole()
    {
        Bar b;
        b.entry()->setText(u"EAC9999"_s);
        b.entry()->setCursorPosition(7);
        const QString huge(10 * 1024 * 1024, QChar(u'9'));
        QGuiApplication::clipboard()->setText(huge);
        QTest::keySequence(b.entry(), QKeySequence::Paste);
        QCOMPARE(b.entry()->text(), u"EAC9999"_s);
        QVERIFY2(b.bar.helperText().contains(u"100,000"_s), qPrintable(b.bar.helperText()));
        QVERIFY(b.bar.helperText().contains(u"10,485,760"_s));
        QMimeData dropped;
        dropped.setText(huge);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(b.entry(), &drop);
        QCOMPARE(b.entry()->text(), u"EAC9999"_s);
        QInputMethodEvent composed;
        composed.setCommitString(huge);
        QCoreApplication::sendEvent(b.entry(), &composed);
        QCOMPARE(b.entry()->text(), u"EAC9999"_s);
        QTest::keyClicks(b.entry(), u"1"_s); // typing on is as before
        QCOMPARE(b.bar.helperText(), u"8 of 13 characters"_s);
    }

    void nothingJumps()
    {
        Bar b;
        const int height = b.bar.sizeHint().height();
        const QRect entry = b.entry()->geometry();
        const QRect check = b.button(u"Check status"_s)->geometry();
        for (const QString &text : {u""_s, u"E"_s, u"EAC99O"_s, u"EAC9999103402"_s, u"9"_s, u"EAC9999103402, LIN99"_s}) {
            b.entry()->setText(text);
            QCoreApplication::processEvents();
            QCOMPARE(b.bar.sizeHint().height(), height);
            QCOMPARE(b.entry()->geometry(), entry);
            QCOMPARE(b.button(u"Check status"_s)->geometry(), check);
        }
    }

    void languagesAreOneChoice()
    {
        Bar b;
        QSignalSpy chosen(&b.bar, &LookupBar::languageChosen);
        QPushButton *english = b.button(u"English"_s);
        QPushButton *spanish = b.button(u"Español"_s);
        QVERIFY(english->isChecked() && english->isCheckable());
        spanish->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"es"_s);
        QVERIFY(spanish->isChecked() && !english->isChecked());
        spanish->click(); // one of them is always down
        QVERIFY(spanish->isChecked());
    }
};

QTEST_MAIN(TestLookupBar)
#include "test_lookupbar.moc"
