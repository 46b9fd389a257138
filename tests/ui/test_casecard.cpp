// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/casecard/askingpill.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/casecard/timelineview.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/statuschip.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_casecard {

class TestCaseCard : public QObject
{
    Q_OBJECT
private:
    struct Card {
        explicit Card(bool practice = false) : card({.now = [this] { return now; }, .openUrl = {}}, practice)
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            card.resize(720, 560);
            card.show();
            QCoreApplication::processEvents();
        }
        [[nodiscard]] QString text() const { return card.findChild<StatusBrowser *>()->toPlainText(); }
        [[nodiscard]] QString everything() const
        {
            QString all = text();
            for (const QLabel *label : card.findChildren<QLabel *>()) {
                if (label->isVisibleTo(&card))
                    all += u'\n' + label->text();
            }
            return all;
        }
        [[nodiscard]] QPushButton *button(const QString &name) const { return test::buttonIn(&card, name); }
        Theme theme;
        LanguageSwitcher languages;
        QDateTime now = samples::now();
        CaseCard card;
    };

private slots:
    void fault62_scrollBarThatHasGoneIsNoChild()
    {
        Card c;
        QAccessibleInterface *area = QAccessible::queryAccessibleInterface(c.card.findChild<QScrollArea *>());
        QVERIFY(area);
        QVERIFY(area->childCount() > 0);
        QVERIFY(area->child(0));
        QVERIFY(!area->child(area->childCount()));
        QVERIFY(!area->child(-1));
    }

    void titleFirstThenDescription()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        QVERIFY2(c.text().startsWith(u"Case Approval Was Affirmed\nThe approval of your case"_s), qPrintable(c.text()));
        QCOMPARE(c.card.findChild<StatusBrowser *>()->accessibleName(), u"Case status"_s);
        QVERIFY(c.everything().contains(u"EAC9999103402 · I-130"_s));
        QVERIFY(c.everything().contains(u"Last confirmed today 14:42 · first check"_s));
        QVERIFY(c.everything().contains(u"Submitted 5 Sep 2023"_s));
        QCOMPARE(c.card.findChild<StatusChip *>()->text(), u"Approved"_s);
        QVERIFY(c.button(u"https://www.uscis.gov/addresschange"_s));
    }

    void offersWhatHelps_data()
    {
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<bool>("practice");
        QTest::addColumn<bool>("again");
        QTest::addColumn<bool>("settings");
        QTest::newRow("offline") << ErrorCode::Offline << false << true << false;
        QTest::newRow("closed") << ErrorCode::Closed << false << true << false;
        QTest::newRow("not recognised") << ErrorCode::NotRecognized << false << false << false;
        QTest::newRow("badly formed") << ErrorCode::BadReceipt << false << false << false;
        QTest::newRow("not configured") << ErrorCode::NotConfigured << false << true << true;
        QTest::newRow("credentials refused") << ErrorCode::BadCredentials << false << true << true;
        QTest::newRow("refused in practice") << ErrorCode::Forbidden << true << true << false;
    }
    void offersWhatHelps()
    {
        QFETCH(ErrorCode, error);
        QFETCH(bool, practice);
        Card c(practice);
        c.card.showOutcome(samples::failed(Error{.code = error}, false), true);
        QTEST(c.button(u"Ask again"_s)->isVisible(), "again");
        QTEST(c.button(u"Connection settings…"_s)->isVisible(), "settings");
        QStringList asked;
        connect(&c.card, &CaseCard::receiptChosen, this,
                [&](const ReceiptNumber &chosen) { asked += chosen.toString(); });
        c.button(u"Ask again"_s)->click();
        QCOMPARE(asked, QStringList{u"EAC9999103402"_s});
        QSignalSpy settings(&c.card, &CaseCard::settingsRequested);
        c.button(u"Connection settings…"_s)->click();
        QCOMPARE(settings.size(), 1);

        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        QVERIFY(!c.button(u"Ask again"_s)->isVisible());
        QVERIFY(!c.button(u"Connection settings…"_s)->isVisible());
    }

    void languageChangesTheStatusTextToo()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        c.languages.setLanguage(u"es"_s);
        QTRY_VERIFY(c.text().startsWith(u"Aprobación De Caso Reafirmada\nSe ratificó"_s));
        QCOMPARE(c.card.findChild<StatusBrowser *>()->accessibleName(), u"Estado del caso"_s);
        QVERIFY(c.everything().contains(u"Última confirmación: hoy 14:42"_s));
        QCOMPARE(c.card.findChild<StatusChip *>()->text(), u"Aprobado"_s);
        c.card.setStatusLanguage(Settings::StatusLanguage::English); // a choice of its own
        QVERIFY(c.text().startsWith(u"Case Approval Was Affirmed"_s));
        c.card.setStatusLanguage(Settings::StatusLanguage::Both);
        QVERIFY(c.text().startsWith(u"Aprobación De Caso Reafirmada"_s));
        QVERIFY(c.text().contains(u"Case Approval Was Affirmed\nThe approval"_s));
    }

    void fault32_noSpanishIsLabelled()
    {
        Card c;
        CaseStatus status = samples::affirmed();
        status.title.es.clear();
        status.description.es.clear();
        c.card.showOutcome(samples::answered(status), true);
        QVERIFY(!c.everything().contains(u"no Spanish"_s));
        c.card.setStatusLanguage(Settings::StatusLanguage::Spanish);
        QVERIFY(c.text().startsWith(u"Case Approval Was Affirmed"_s));
        QVERIFY(c.everything().contains(u"USCIS gave no Spanish text"_s));
    }

    void repairedAndNotSavedAreSaid()
    {
        Card c;
        CaseStatus status = samples::affirmed();
        status.repaired = true;
        CheckOutcome outcome = samples::answered(status);
        outcome.notRecorded = Error{.code = ErrorCode::Storage};
        c.card.showOutcome(outcome, true);
        QVERIFY(c.everything().contains(u"was mended"_s));
        QVERIFY(c.everything().contains(u"not saved in the history"_s));
    }

    void fault29_whatWasMendedIsSaid()
    {
        Card c;
        CaseStatus status = samples::affirmed();
        status.repaired = true;
        status.mended = {{u"current_case_status_desc_en"_s, 2}, {u"completed_text_es"_s, 4}, {u"<b>x"_s, 1}, {{}, 2}};
        c.card.showOutcome(samples::answered(status), true);
        QVERIFY2(c.everything().contains(u"Quotation marks mended: 2 in the English text, 4 in the Spanish timeline, "
                                         "3 elsewhere. No word was changed."_s),
                 qPrintable(c.everything()));
        QVERIFY(!c.everything().contains(u"<b>"_s));
        c.languages.setLanguage(u"es"_s);
        QTRY_VERIFY(c.everything().contains(u"Comillas reparadas: 2 en el texto en inglés, 4 en la cronología en "
                                            "español, 3 en otro lugar. No se cambió ninguna palabra."_s));
        c.languages.setLanguage(u"en"_s);
        QTRY_VERIFY(c.button(u"Copy for the client"_s));
        // As what is known from before too, when the next check fails.
        CheckOutcome failed = samples::failed(Error{.code = ErrorCode::Offline}, true);
        QVERIFY(!c.everything().contains(u"read from a damaged reply"_s));
        failed.previous = status;
        c.card.showOutcome(failed, true);
        QVERIFY(c.everything().contains(u"The last known status was read from a damaged reply"_s));
        c.button(u"Copy for the client"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"read from a damaged reply"_s));
    }

    void fault34_datesAsGiven_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("shown");
        QTest::newRow("known form") << u"02-03-2021 00:00:00"_s << u"Submitted 3 Feb 2021"_s;
        QTest::newRow("other form") << u"2021/02/03"_s << u"Submitted 2021/02/03"_s;
        QTest::newRow("nonsense") << u"13-45-2021 00:00:00"_s << u"Submitted 13-45-2021 00:00:00"_s;
        QTest::newRow("absent") << u""_s << u""_s;
    }
    void fault34_datesAsGiven()
    {
        QFETCH(QString, sent);
        QFETCH(QString, shown);
        Card c;
        CaseStatus status = samples::withHistory();
        status.submittedDate = sent;
        status.modifiedDate.clear();
        status.history.push_back({u"spring"_s, {}, {u"Something happened."_s, {}}});
        status.history.push_back({{}, {}, {u"Something else."_s, {}}});
        c.card.showOutcome(samples::answered(status), true);
        const QString all = c.everything();
        QVERIFY2(!all.contains(u"1970"_s), qPrintable(all));
        QCOMPARE(all.contains(u"Submitted"_s), !shown.isEmpty());
        QVERIFY2(all.contains(shown), qPrintable(all));
        QVERIFY(all.contains(u"5 September 2023"_s));
        QVERIFY(all.contains(u"spring"_s));
        QVERIFY(all.contains(u"No date given"_s));
    }

    void errorIsNoStatusAndLosesNone()
    {
        Card c;
        Error error{.code = ErrorCode::Closed, .httpStatus = 503, .serverMessage = u"Closed <b>now</b>"_s};
        c.card.showOutcome(samples::failed(error, true), true);
        QVERIFY(c.text().startsWith(u"The service is closed now\n"_s));
        QVERIFY(c.text().contains(u"Closed <b>now</b>"_s)); // quoted as plain text
        QVERIFY(c.text().contains(u"last known status, from 3 May 14:10, stays"_s));
        QVERIFY(c.text().contains(u"Last known status, from 3 May 14:10\nCase Approval Was Affirmed\nThe approval"_s));
        QVERIFY(c.everything().contains(u"this is not a status from USCIS"_s));
        QCOMPARE(c.card.findChild<StatusChip *>()->text(), u"Service closed"_s);
    }

    void oldAnswerStaysWhileAsking()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        const QString before = c.text();
        const QRect place = c.card.findChild<StatusBrowser *>()->geometry();
        c.card.showProgress(samples::receipt(u"EAC9999103402"), {CheckProgress::Phase::Asking, {}, {}});
        QCOMPARE(c.text(), before);
        QCOMPARE(c.card.findChild<StatusBrowser *>()->geometry(), place);
        auto *pill = c.card.findChild<AskingPill *>();
        QVERIFY(pill->isVisible());
        QVERIFY(c.card.rect().contains(pill->geometry()));
        c.card.showOutcome(samples::answered(samples::affirmed(), Change::Unchanged), true);
        QVERIFY(!pill->isVisible());
        QCOMPARE(c.text(), before);
        QVERIFY(c.everything().contains(u"unchanged since 3 May 14:10"_s));
    }

    void waitingCountsDownAndCanBeStopped()
    {
        Card c;
        QSignalSpy stopped(&c.card, &CaseCard::stopRequested);
        c.card.showProgress(samples::receipt(u"EAC9999103402"),
                            {CheckProgress::Phase::Waiting, c.now.addSecs(12), ErrorCode::RateLimited});
        auto *pill = c.card.findChild<AskingPill *>();
        QCOMPARE(pill->text(), u"Asked too quickly · next try in 12 s"_s);
        c.now = c.now.addSecs(5);
        QTRY_COMPARE(pill->text(), u"Asked too quickly · next try in 7 s"_s);
        c.button(u"Stop"_s)->click();
        QCOMPARE(stopped.size(), 1);
    }

    void fault62_resultIsAnnounced()
    {
        Card c;
        auto *announcer = c.card.findChild<Announcer *>();
        QSignalSpy said(announcer, &Announcer::announced);
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"EAC9999103402. Case Approval Was Affirmed. Approved"_s);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(announcer);
        QCOMPARE(spoken->role(), QAccessible::AlertMessage);
        QCOMPARE(spoken->text(QAccessible::Name), said[0][0].toString());
        c.card.showOutcome(samples::answered(samples::affirmed()), false); // looked at, not waited for
        QCOMPARE(said.size(), 1);
    }

    void copyCarriesItsSource()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::withHistory()), true);
        c.button(u"Copy for the client"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        for (const QString &part :
             {u"SRC9999102777 · I-765"_s, u"Case Was Transferred"_s, u"www.uscis.gov/addresschange"_s,
              u"5 September 2023: We transferred"_s, u"through “USCIS sandbox”, retrieved 2026-11-22T14:42:00Z"_s,
              u"independent program"_s, u"official notice"_s})
            QVERIFY2(copied.contains(part), qPrintable(part));
        QVERIFY(!copied.contains(u'<'));
        Card practice(true);
        practice.card.showOutcome(samples::answered(samples::withHistory()), true);
        practice.button(u"Copy for the client"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"PRACTICE: invented data"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u"From USCIS"_s));
    }

    void emptyOffersPracticeReceipts()
    {
        Card real;
        QVERIFY(!real.button(u"EAC9999103402"_s)->isVisibleTo(&real.card));
        Card c(true);
        QSignalSpy chosen(&c.card, &CaseCard::receiptChosen);
        c.button(u"EAC9999103402"_s)->click();
        QCOMPARE(chosen.size(), 1);
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        QVERIFY(!c.button(u"EAC9999103402"_s)->isVisibleTo(&c.card));
    }
    //! Each reason is said in words of its own, in both languages, with what to do.
    void fault69_aDamagedRowSaysWhy()
    {
        Card c;
        QSet<QString> said;
        for (const QString &language : {u"en"_s, u"es"_s}) {
            c.languages.setLanguage(language);
            QCoreApplication::processEvents();
            for (int damage = 0; damage <= int(CheckDamage::PartDiffers); ++damage) {
                c.card.showDamaged({.id = 3, .damage = CheckDamage(damage), .checkedAt = samples::now()});
                said << c.text();
                QVERIFY(c.button(language == "en"_L1 ? u"Export this row…"_s : u"Exportar esta fila…"_s)
                            ->isVisibleTo(&c.card));
            }
        }
        QCOMPARE(said.size(), 2 * (1 + int(CheckDamage::PartDiffers)));
    }
    void fault89_aDamagedRowIsOfNoCase()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        c.card.setDetails({.client = u"García"_s});
        c.card.showDamaged({.id = 3, .damage = CheckDamage::NotOpened, .checkedAt = samples::now()});
        QVERIFY(!c.card.receipt() && !c.card.outcome() && !c.card.details());
        QVERIFY(c.text().startsWith(u"This row cannot be trusted\nThe saved entry of this row cannot be decrypted"_s));
        QVERIFY(c.everything().contains(u"Checked today 15:42"_s));
        for (const QString &gone : {u"EAC9999103402"_s, u"García"_s, u"Affirmed"_s})
            QVERIFY2(!c.everything().contains(gone), qPrintable(c.everything()));
        QVERIFY(!c.button(u"Ask again"_s)->isVisibleTo(&c.card));
        c.card.showDamaged(
            {.id = 3, .damage = CheckDamage::PartDiffers, .receipt = samples::receipt(u"LIN9999106501")});
        QSignalSpy chosen(&c.card, &CaseCard::receiptChosen);
        c.button(u"Ask again"_s)->click();
        QCOMPARE(chosen.size(), 1);
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        QVERIFY(c.text().startsWith(u"Case Approval Was Affirmed"_s));
        QVERIFY(!c.button(u"Export this row…"_s)->isVisibleTo(&c.card));
    }
};

LINTERNA_TEST(TestCaseCard)

} // namespace test_casecard

#include "test_casecard.moc"
