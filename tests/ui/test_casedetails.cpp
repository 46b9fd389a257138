// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_casedetails {

namespace {

CaseDetails some()
{
    return {.client = u"García, file 00017"_s,
            .note = u"Line one\nline two"_s,
            .tags = {u"family"_s, u"urgent"_s},
            .onHold = true};
}

template<class Entry>
Entry *named(const QWidget &window, const QString &name)
{
    for (auto *each : window.findChildren<Entry *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

} // namespace

class TestCaseDetails : public QObject
{
    Q_OBJECT
private:
    struct Dialog {
        explicit Dialog(const CaseDetails &details = {})
            : dialog(new CaseDetailsDialog(samples::receipt(u"EAC9999103402"), details, &window)),
              client(named<QLineEdit>(*dialog, u"Client's name or file number"_s)),
              tags(named<QLineEdit>(*dialog, u"Tags"_s)), note(named<QPlainTextEdit>(*dialog, u"Note"_s)),
              saved(dialog, &CaseDetailsDialog::saved)
        {
            window.show();
            dialog->open();
        }
        void save() const { test::buttonIn(dialog, u"Save"_s)->click(); }
        [[nodiscard]] CaseDetails result() const { return saved[0][0].value<CaseDetails>(); }
        QWidget window;
        CaseDetailsDialog *dialog;
        QLineEdit *client;
        QLineEdit *tags;
        QPlainTextEdit *note;
        QSignalSpy saved;
    };
    struct Card {
        Card() : card({.now = samples::now, .openUrl = {}}, false)
        {
            card.resize(720, 560);
            card.show();
            card.showOutcome(samples::answered(samples::affirmed()), true);
        }
        [[nodiscard]] bool says(const QString &text) const
        {
            for (const QLabel *label : card.findChildren<QLabel *>()) {
                if (label->isVisibleTo(&card) && label->text().contains(text))
                    return true;
            }
            return false;
        }
        CaseCard card;
    };

private slots:
    void initTestCase() { qRegisterMetaType<linterna::CaseDetails>(); }
    void init() { m_languages.setLanguage(u"en"_s); }

    void comesBackAsItWas()
    {
        Dialog d(some());
        QVERIFY(d.client && d.tags && d.note);
        d.save();
        QCOMPARE(d.saved.size(), 1);
        QVERIFY(d.result() == some());
    }

    void isTidiedUp()
    {
        Dialog d;
        d.client->setText(u"  Ana \t Li "_s);
        d.tags->setText(u" Family,urgent ;; FAMILY, two  words "_s);
        d.note->setPlainText(u"\n Call.\n\nTwice. \n"_s);
        d.save();
        QCOMPARE(d.result().client, u"Ana Li"_s);
        QCOMPARE(d.result().tags, QStringList({u"Family"_s, u"urgent"_s, u"two words"_s}));
        QCOMPARE(d.result().note, u"Call.\n\nTwice."_s);
        QVERIFY(!d.result().onHold);
    }

    void tooLongIsSaidAtTheFieldAndNotSaved_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QStringList many;
        for (int i = 0; i < 21; ++i)
            many += QString::number(i);
        QTest::newRow("client") << u"client"_s << QString(203, u'x') << u"3 characters too many: at most 200 fit."_s;
        QTest::newRow("tag") << u"tags"_s << u"a, "_s + QString(51, u't')
                             << u"“%1…” is longer than 50 characters."_s.arg(QString(25, u't'));
        QTest::newRow("tags") << u"tags"_s << many.join(u',') << u"21 tags are too many: at most 20 fit."_s;
        QTest::newRow("note") << u"note"_s << QString(10'001, u'n') << u"1 characters too many: at most 10000 fit."_s;
    }
    void tooLongIsSaidAtTheFieldAndNotSaved()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        Dialog d;
        QWidget *entry = d.note;
        if (field == u"note") {
            d.note->setPlainText(text);
        } else {
            auto *line = field == u"client" ? d.client : d.tags;
            line->setText(text);
            entry = line;
        }
        d.save();
        QCOMPARE(d.saved.size(), 0);
        QVERIFY(d.dialog->isVisible());
        QTEST(entry->accessibleDescription(), "said");
        QTRY_COMPARE(d.dialog->focusWidget(), entry);
    }

    void longestFits()
    {
        Dialog d({.client = QString(200, u'x'), .note = QString(10'000, u'n'), .tags = {QString(50, u't')}});
        d.save();
        QCOMPARE(d.saved.size(), 1);
    }

    void enterSavesFromTheFirstField()
    {
        Dialog d;
        QTest::keyClicks(d.client, u"Li"_s);
        QTest::keyClick(d.client, Qt::Key_Return);
        QCOMPARE(d.saved.size(), 1);
    }

    void enterOnCancelSavesNothing()
    {
        Dialog d;
        QTest::keyClicks(d.client, u"Li"_s);
        test::buttonIn(d.dialog, u"Cancel"_s)->setFocus();
        QTest::keyClick(d.dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(!d.dialog->isVisible());
        QCOMPARE(d.saved.size(), 0);
    }

    //! With large letters the fields do not fit into the window: they scroll, and the buttons stay within it.
    void staysWithinALowWindow()
    {
        QWidget low;
        low.resize(1024, 400);
        low.show();
        auto *dialog = new CaseDetailsDialog(samples::receipt(u"EAC9999103402"), some(), &low);
        dialog->open();
        QVERIFY(dialog->height() < low.height());
        QTRY_VERIFY(dialog->findChild<QScrollArea *>()->verticalScrollBar()->isVisible());
        const QPushButton *save = test::buttonIn(dialog, u"Save"_s);
        QVERIFY(dialog->rect().contains(QRect(save->mapTo(dialog, QPoint()), save->size())));
        low.resize(1024, 900);
        dialog = new CaseDetailsDialog(samples::receipt(u"EAC9999103402"), some(), &low);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog, patience));
        QVERIFY(dialog->height() > 400); // as high as its words need
        QVERIFY(!dialog->findChild<QScrollArea *>()->verticalScrollBar()->isVisible());
    }

    void cardShowsThem()
    {
        Card c;
        QVERIFY(!test::buttonIn(&c.card, u"Add client, tags or a note"_s)->isVisible()); // not known yet
        c.card.setDetails({});
        QVERIFY(test::buttonIn(&c.card, u"Add client, tags or a note"_s)->isVisible());
        c.card.setDetails(some());
        QVERIFY(c.says(u"EAC9999103402 · I-130 · García, file 00017"_s));
        QVERIFY(c.says(u"Tags: family, urgent"_s));
        QVERIFY(c.says(u"Note: Line one\nline two"_s));
        QVERIFY(c.says(u"Kept whatever its age"_s));
        QSignalSpy edit(&c.card, &CaseCard::editRequested);
        test::buttonIn(&c.card, u"Edit case details"_s)->click();
        QCOMPARE(edit.size(), 1);
    }

    void anotherCaseDoesNotInheritThem()
    {
        Card c;
        c.card.setDetails(some());
        c.card.showOutcome(samples::answered(samples::affirmed()), true); // the same again keeps them
        QVERIFY(c.says(u"García"_s));
        c.card.showOutcome(samples::answered(samples::withHistory()), true);
        QVERIFY(!c.card.details());
        QVERIFY(!c.says(u"García"_s));
        QVERIFY(!c.says(u"Tags:"_s));
    }

    void fault57_hostileDetailsStayText()
    {
        Card c;
        c.card.setDetails(
            {.client = u"<img src=x>\u202Egnp"_s, .note = u"<a href='x'>\u2066"_s, .tags = {u"\u202E<b>"_s}});
        QVERIFY(c.says(u"<img src=x>\uFFFDgnp"_s));
        QVERIFY(c.says(u"<a href='x'>\uFFFD"_s));
        for (const QLabel *label : c.card.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QChar(0x202E)), qPrintable(label->text()));
    }

    void footOffersWhatACaseAllows()
    {
        Card c;
        QSignalSpy print(&c.card, &CaseCard::printRequested);
        QSignalSpy undo(&c.card, &CaseCard::undoRequested);
        test::buttonIn(&c.card, u"Print…"_s)->click();
        QCOMPARE(print.size(), 1);
        QVERIFY(!test::buttonIn(&c.card, u"Undo"_s)->isVisible());
        c.card.say(u"Saved"_s, true);
        test::buttonIn(&c.card, u"Undo"_s)->click();
        QCOMPARE(undo.size(), 1);
        c.card.showEmpty();
        QVERIFY(!test::buttonIn(&c.card, u"Print…"_s)->isEnabled());
    }

private:
    LanguageSwitcher m_languages;
};

LINTERNA_TEST(TestCaseDetails)

} // namespace test_casedetails

#include "test_casedetails.moc"
