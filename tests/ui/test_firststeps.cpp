// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/firststeps.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_firststeps {

//! What the empty card offers, depending on what the connection lacks.
class TestFirstSteps : public QObject
{
    Q_OBJECT
    struct Desk {
        Desk()
            : card({.now = [] { return samples::now(); }, .openUrl = [this](const QUrl &url) { opened += url; }}, false)
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            card.resize(720, 560);
            card.show();
            QCoreApplication::processEvents();
        }
        [[nodiscard]] QPushButton *button(const QString &text) const
        {
            for (QPushButton *each : card.findChildren<QPushButton *>()) {
                if (each->text() == text && each->isVisibleTo(&card))
                    return each;
            }
            return nullptr;
        }
        [[nodiscard]] QString title() const
        {
            return card.findChild<StatusBrowser *>()->toPlainText().section(u'\n', 0, 0);
        }
        Theme theme;
        LanguageSwitcher languages;
        QList<QUrl> opened;
        CaseCard card;
    };

private slots:
    void aConnectionThatLacksNothingOffersNothing()
    {
        Desk desk;
        QCOMPARE(desk.title(), u"Look up a case"_s);
        QVERIFY(!desk.card.findChild<FirstSteps *>()->isVisibleTo(&desk.card));
        QVERIFY(!desk.button(u"EAC9999103402"_s));
    }
    void withoutAClientIdTheFirstStepsAreShown()
    {
        Desk desk;
        desk.card.setStartGuide(StartGuide::FirstSteps);
        QCOMPARE(desk.title(), u"First steps"_s);
        QSignalSpy settings(&desk.card, &CaseCard::settingsRequested);
        desk.button(u"Set up the connection…"_s)->click();
        QCOMPARE(settings.size(), 1);
        QVERIFY(!desk.button(u"EAC9999103402"_s)); // it could not be asked for yet
    }
    void theDeveloperPortalOpensWhenConfirmed()
    {
        Desk desk;
        desk.card.setStartGuide(StartGuide::FirstSteps);
        desk.button(u"Open developer.uscis.gov…"_s)->click();
        QVERIFY(desk.opened.isEmpty());
        auto *confirmation = desk.card.findChild<LinkConfirmation *>();
        QVERIFY(confirmation);
        emit confirmation->openRequested(QUrl(u"https://developer.uscis.gov/"_s));
        QCOMPARE(desk.opened, QList<QUrl>{QUrl(u"https://developer.uscis.gov/"_s)});
    }
    void theSandboxOffersItsReceiptNumbers()
    {
        Desk desk;
        desk.card.setStartGuide(StartGuide::FirstSteps);
        desk.card.setStartGuide(StartGuide::Sandbox);
        QCOMPARE(desk.title(), u"Look up a case"_s);
        QStringList chosen;
        connect(&desk.card, &CaseCard::receiptChosen, this,
                [&](const ReceiptNumber &each) { chosen += each.toString(); });
        desk.button(u"SRC9999102777"_s)->click();
        QCOMPARE(chosen, QStringList{u"SRC9999102777"_s});
    }
    void anAnswerTakesTheirPlaceAndTheMenuBringsThemBack()
    {
        Desk desk;
        desk.card.setStartGuide(StartGuide::FirstSteps);
        desk.card.showOutcome(samples::answered(samples::affirmed()), true);
        QVERIFY(!desk.card.findChild<FirstSteps *>()->isVisibleTo(&desk.card));
        desk.card.setStartGuide(StartGuide::None); // the answer stays
        QVERIFY(desk.card.outcome().has_value());
        desk.card.showFirstSteps();
        QCOMPARE(desk.title(), u"First steps"_s);
        QVERIFY(!desk.card.outcome().has_value());
        desk.card.showOutcome(samples::answered(samples::affirmed()), true);
        desk.card.showEmpty();
        QCOMPARE(desk.title(), u"Look up a case"_s);
    }
    void speaksSpanish()
    {
        Desk desk;
        desk.card.setStartGuide(StartGuide::FirstSteps);
        desk.languages.setLanguage(u"es"_s);
        QCoreApplication::processEvents();
        QCOMPARE(desk.title(), u"Primeros pasos"_s);
        QVERIFY(desk.button(u"Abrir developer.uscis.gov…"_s));
        const auto headings = desk.card.findChild<FirstSteps *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(headings, [](const QLabel *label) {
            return label->accessibleName() == u"Paso 2 de 3: Escriba ambos en la conexión";
        }));
    }
};

LINTERNA_TEST(TestFirstSteps)

} // namespace test_firststeps

#include "test_firststeps.moc"
