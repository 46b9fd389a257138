// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/lookup/lookupbar.h"
#include "ui/lookup/receiptentry.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_lookupbar {

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
            QObject::connect(&bar, &LookupBar::checkRequested, &bar,
                             [this](const std::vector<ReceiptNumber> &receipts) {
                                 for (const ReceiptNumber &each : receipts)
                                     asked += each.toString();
                             });
        }
        //! Lays out what a new language or text has changed.
        static void settle()
        {
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        }
        ReceiptEntry *entry() { return bar.findChild<ReceiptEntry *>(); }
        QPushButton *button(const QString &name) { return test::buttonIn(&bar, name); }
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
        const QString vermont = u"EAC9999103402 · Intake: Vermont Service Center · 13\u00A0characters"_s;
        QTest::newRow("whole") << u"EAC9999103402"_s << vermont;
        QTest::newRow("spaces, hyphens, lower case") << u" eac-99 991-03402 "_s << vermont;
        QTest::newRow("fault54: zero width, full width") << u"\u200BＥＡＣ９９９９１０３４０２"_s << vermont;
        QTest::newRow("label") << u"Receipt Number: EAC9999103402"_s << vermont;
        QTest::newRow("fiscal year")
            << u"MSC2190212345"_s
            << u"MSC2190212345 · Intake: National Benefits Center, about fiscal year 2021 · 13\u00A0characters"_s;
        QTest::newRow("electronic") << u"IOE0912345678"_s << u"IOE0912345678 · 13\u00A0characters"_s;
        QTest::newRow("asterisk") << u"lin*123456789"_s
                                  << u"LIN*123456789 · Intake: Nebraska Service Center · 13\u00A0characters"_s;
        QTest::newRow("unknown prefix")
            << u"zza2101250960"_s
            << u"ZZA2101250960 · Linterna does not know the prefix ZZA: compare it with the notice · 13\u00A0characters"_s;
        QTest::newRow("fault54: look-alikes")
            << u"EAC99991O34O2"_s << u"Letter O read as zero: EAC9999103402 · Intake: Vermont Service Center"_s;
        QTest::newRow("fault54: several look-alikes")
            << u"IOEO9l234567I"_s
            << u"Letter O read as zero, letter I read as one, letter L read as one: IOE0912345671"_s;
        QTest::newRow("fault54: digits of another script")
            << u"IOE٠٩١٢٣٤٥٦٧٨"_s << u"Digits of another script read as 0 to 9: IOE0912345678"_s;
        QTest::newRow("in text") << u"My case is EAC9999103402 thank you"_s
                                 << u"Found in the text: EAC9999103402 · Intake: Vermont Service Center"_s;
        QTest::newRow("words") << u"Dear Sir or Madam"_s
                               << u"No receipt number in this text: three letters and ten digits"_s;
        QTest::newRow("one missing") << u"EAC999910340"_s << u"12 of 13 characters"_s;
        QTest::newRow("typing a look-alike") << u"eac 99O"_s << u"6 of 13 characters · letter O read as zero: EAC990"_s;
        QTest::newRow("label only") << u"Receipt number:"_s
                                    << u"13 characters, as on the receipt notice: three letters and ten digits"_s;
        QTest::newRow("several") << u"EAC9999103402, WAC0000000001, LIN9999106501"_s << u"3 receipt numbers"_s;
        QTest::newRow("several, look-alikes")
            << u"EACO000000001, EACO000000002, EACO000000003, LIN9999106501, thanks"_s
            << u"4 receipt numbers · letter O read as zero: EAC0000000001, EAC0000000002 and 1 more · other words left out"_s;
        QTest::newRow("one left out") << u"EAC9999103402, LIN99"_s
                                      << u"EAC9999103402. Left out: “LIN99” (5 of 13 characters)"_s;
        QTest::newRow("two left out, cut and shown as they are")
            << u"EAC9999103402, LIN99\u202E and so on and so on and so on, 9999103402"_s
            << u"EAC9999103402. Left out: “LIN99\uFFFD and so on and so…” (“U+202E” cannot stand here: after the three letters "
               "come ten digits), “9999103402” (A receipt number begins with three letters; “9” cannot stand there)"_s;
        QTest::newRow("fault76: beside a good one, in a text")
            << u"Receipts: I0E0912345678 and EAC9999103402 for the same client"_s
            << u"Found in the text: EAC9999103402. Left out: “I0E0912345678” (A receipt number begins with three letters; "
               "“0” cannot stand there)"_s;
        QTest::newRow("fault76: many")
            << u"EAC9999103402 and I0E0912345678, 5RC2190123456, IOE091234567, EAC9B99103402"_s
            << u"Found in the text: EAC9999103402. Left out: “I0E0912345678” (A receipt number begins with three letters; "
               "“0” cannot stand there), “5RC2190123456” (A receipt number begins with three letters; “5” cannot stand "
               "there), “IOE091234567” and 1 more"_s;
        QTest::newRow("fault76: grouped in no way that notices have")
            << u"Case IOE-091-234-5678 and EAC9999103402 were received"_s
            << u"Found in the text: EAC9999103402. Left out: “IOE-091-234-5678” (Nearly a receipt number: compare it with "
               "the notice and type it alone)"_s;
        QTest::newRow("fault55: path") << u"../../EAC9999103402"_s
                                       << u"A receipt number begins with three letters; “/” cannot stand there"_s;
        QTest::newRow("fault55: query") << u"EAC?999910340"_s
                                        << u"“?” cannot stand here: after the three letters come ten digits"_s;
        QTest::newRow("fault55: encoded")
            << u"EAC%2f99910340"_s << u"“%” cannot stand here: after the three letters come ten digits"_s;
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

    //! What the line says is what is asked for.
    void fault54_whatIsSaidIsAskedFor()
    {
        Bar b;
        QTest::keyClicks(b.entry(), u"eac-99-991-o34o2"_s);
        QCOMPARE(b.bar.helperText(), u"Letter O read as zero: EAC9999103402 · Intake: Vermont Service Center"_s);
        QTest::keyClick(b.entry(), Qt::Key_Return);
        QCOMPARE(b.asked, QStringList{u"EAC9999103402"_s});
        QCOMPARE(b.entry()->text(), u"eac-99-991-o34o2"_s); // what was typed is the person's
    }

    void spanish()
    {
        Bar b;
        b.languages.setLanguage(u"es"_s);
        b.entry()->setText(u"MSC219O212345"_s);
        QCOMPARE(b.bar.helperText(),
                 u"Letra O leída como cero: MSC2190212345 · Recibido por: Centro Nacional de Beneficios, "
                 "hacia el año fiscal 2021"_s);
        b.entry()->setText(u"EAC9999103402"_s);
        QCOMPARE(b.bar.helperText(),
                 u"EAC9999103402 · Recibido por: Centro de Servicio de Vermont · 13\u00A0caracteres"_s);
        QCOMPARE(b.entry()->accessibleDescription(), b.bar.helperText());
    }

    //! The fiscal year is that of the day on which the bar is looked at.
    void yearsToComeAreNotNamed()
    {
        Bar b;
        b.now = QDateTime(QDate(2020, 9, 30), QTime(12, 0), Qt::UTC);
        b.entry()->setText(u"MSC2190212345"_s);
        QCOMPARE(b.bar.helperText(), u"MSC2190212345 · Intake: National Benefits Center · 13\u00A0characters"_s);
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

    void nothingJumps_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<qreal>("font");
        QTest::newRow("English") << u"en"_s << 1.0;
        QTest::newRow("Spanish") << u"es"_s << 1.0;
        QTest::newRow("English, 200 %") << u"en"_s << 2.0;
        QTest::newRow("Spanish, 200 %") << u"es"_s << 2.0;
    }
    //! In the smallest window and the largest text nothing moves while one types, and no line is cut off.
    void nothingJumps()
    {
        QFETCH(QString, language);
        QFETCH(qreal, font);
        const QFont before = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(before); });
        QFont larger = before;
        larger.setPointSizeF(before.pointSizeF() * font);
        QApplication::setFont(larger);
        Bar b;
        b.languages.setLanguage(language);
        b.settle();
        b.bar.resize(1024, b.bar.sizeHint().height());
        b.settle();
        const auto *helper = b.bar.findChild<TextLabel *>();
        const int height = b.bar.sizeHint().height();
        const QRect entry = b.entry()->geometry();
        const QRect check = b.button(language == u"en" ? u"Check status"_s : u"Consultar estado"_s)->geometry();
        for (const QString &text : {u""_s, u"E"_s, u"EAC99O"_s, u"EAC9999103402"_s, u"9"_s, u"EAC9999103402, LIN99"_s,
                                    u"MSC2I9O212345"_s, u"ZZA2101250960"_s, u"I am MSC2190212345 you"_s, u"\u0415AC"_s,
                                    u"EAC9999103402, WAC%0000000000000000000000"_s}) {
            b.entry()->setText(text);
            b.settle();
            QCOMPARE(b.bar.sizeHint().height(), height);
            QCOMPARE(b.entry()->geometry(), entry);
            QCOMPARE(b.button(language == u"en" ? u"Check status"_s : u"Consultar estado"_s)->geometry(), check);
            QVERIFY2(helper->heightForWidth(helper->width()) <= helper->height(), qPrintable(helper->text()));
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

LINTERNA_TEST(TestLookupBar)

} // namespace test_lookupbar

#include "test_lookupbar.moc"
