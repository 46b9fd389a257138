// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"
#include "ui/lookup/lookupbar.h"
#include "ui/lookup/lookupcontroller.h"
#include "ui/lookup/receiptentry.h"

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_lookupcontroller {

namespace {

//! An entry and the road of checks with a simulated network, and what is told to be shown: one line each.
struct Lookup {
    Lookup()
        : road([this](const SeenRequest &request) {
              if (isToken(request))
                  return FakeReply{.body = anyToken};
              return FakeReply{.body = goodBody(request.url), .held = held};
          })
    {
        languages.setLanguage(u"en"_s);
        QObject::connect(&controller, &LookupController::begun, &controller, [this] { told << u"begun"_s; });
        QObject::connect(&controller, &LookupController::progress, &controller,
                         [this](const ReceiptNumber &receipt, const CheckProgress &now) {
                             if (now.phase == CheckProgress::Phase::Asking)
                                 told << u"asking "_s + receipt.toString();
                         });
        QObject::connect(&controller, &LookupController::answered, &controller, [this](const CheckOutcome &outcome) {
            told << u"answered %1 %2"_s.arg(outcome.receipt.toString(), QString::fromLatin1(codeOf(outcome)));
        });
        QObject::connect(&controller, &LookupController::stopped, &controller,
                         [this](const CheckOutcome &outcome) { told << u"stopped "_s + outcome.receipt.toString(); });
        QObject::connect(&controller, &LookupController::ended, &controller, [this] { told << u"ended"_s; });
    }
    [[nodiscard]] QString typed() const { return bar.findChild<ReceiptEntry *>()->text(); }
    //! Types a text and enters it, a second after the last entry: one made sooner counts as a second press by mistake.
    void enter(const QString &text)
    {
        road.clock.pass(1s);
        bar.findChild<ReceiptEntry *>()->setText(text);
        bar.submit();
    }
    [[nodiscard]] bool hasTold(const QString &line) const { return told.contains(line); }

    LanguageSwitcher languages;
    bool held = false;
    QStringList told;
    Road road;
    LookupBar bar{{.now = [this] { return road.clock.now(); }}};
    LookupController controller{road.checks, bar};
};

const QString first = u"EAC9999103402"_s;
const QString second = u"LIN9999106501"_s;

} // namespace

//! What becomes of a receipt number between the entry and the card, without either card or window.
class TestLookupController : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerIsToldToBeShown()
    {
        Lookup lookup;
        lookup.enter(first);
        QCOMPARE(lookup.told, (QStringList{u"begun"_s, u"asking "_s + first}));
        QVERIFY(lookup.road.waitFor(1));
        QCOMPARE(lookup.told.mid(lookup.told.size() - 2), (QStringList{u"answered %1 ok"_s.arg(first), u"ended"_s}));
    }

    void aCallLooksUpAsIfTyped()
    {
        Lookup lookup;
        lookup.controller.lookUp({receipt("EAC9999103402"), receipt("LIN9999106501")});
        QCOMPARE(lookup.typed(), first + u", "_s + second);
        QVERIFY(lookup.road.waitFor(2));
        QVERIFY(lookup.hasTold(u"answered %1 ok"_s.arg(second)));
    }

    void nothingLeavesWhatIsTypedAlone()
    {
        Lookup lookup;
        lookup.bar.findChild<ReceiptEntry *>()->setText(u"EAC99"_s);
        lookup.controller.lookUp({});
        QCOMPARE(lookup.typed(), u"EAC99"_s);
        QVERIFY(lookup.told.isEmpty());
    }

    void theEntryTellsHowMany()
    {
        Lookup lookup;
        lookup.held = true;
        lookup.enter(first + u", "_s + second);
        QCOMPARE(lookup.bar.helperText(), u"0 of 2 checked"_s);
        lookup.road.clock.pass(3s);
        lookup.road.checks.cancel(receipt("EAC9999103402"));
        QVERIFY(lookup.road.waitFor(1));
        QCOMPARE(lookup.bar.helperText(), u"1 of 2 checked"_s);
        QVERIFY(lookup.hasTold(u"stopped "_s + first) && !lookup.hasTold(u"ended"_s));
    }

    //! One receipt number is said to be asked about at a time; those behind it are not.
    void thoseThatWaitBehindAreNotShown()
    {
        Lookup lookup;
        lookup.held = true;
        int queued = 0;
        connect(&lookup.controller, &LookupController::progress, this,
                [&](const ReceiptNumber &, const CheckProgress &now) {
                    queued += now.phase == CheckProgress::Phase::Queued ? 1 : 0;
                });
        lookup.enter(first + u", "_s + second);
        QCOMPARE(queued, 0);
        lookup.road.checks.cancelAll();
        QVERIFY(lookup.road.waitFor(2));
        lookup.enter(first);
        QCOMPARE(queued, 1);
    }

    void fault87_anEarlierAnswerIsNotShown()
    {
        Lookup lookup;
        lookup.held = true;
        lookup.enter(first);
        lookup.road.clock.pass(1s);
        lookup.held = false;
        lookup.enter(second);
        QVERIFY(lookup.road.waitFor(1));
        lookup.road.network->release();
        QVERIFY(lookup.road.waitFor(2));
        QVERIFY(lookup.hasTold(u"answered %1 ok"_s.arg(second)));
        QVERIFY(!lookup.hasTold(u"answered %1 ok"_s.arg(first)));
    }

    void nothingIsShownToWhoTurnedAway()
    {
        Lookup lookup;
        lookup.held = true;
        lookup.enter(first);
        lookup.controller.turnAway();
        lookup.road.clock.pass(1s);
        lookup.held = false;
        lookup.road.network->release();
        QVERIFY(lookup.road.waitFor(1));
        QVERIFY(!lookup.hasTold(u"answered %1 ok"_s.arg(first)));
        QCOMPARE(lookup.told.last(), u"ended"_s);
        lookup.enter(second); // and the next one is followed again
        QVERIFY(lookup.road.waitFor(2));
        QVERIFY(lookup.hasTold(u"answered %1 ok"_s.arg(second)));
    }

    void whatWasNotAskedIsAskedAnyway()
    {
        Lookup lookup;
        Connection closed = testConnection();
        closed.serviceHours = builtInConnections().front().serviceHours;
        lookup.road.network = lookup.road.use(closed, [](const SeenRequest &request) {
            return FakeReply{.body = isToken(request) ? anyToken : goodBody(request.url)};
        });
        lookup.road.clock.setNow(QDateTime(QDate(2026, 11, 28), QTime(15, 0), Qt::UTC)); // a Saturday
        lookup.controller.askAnyway();                                                   // nothing was not asked
        QVERIFY(lookup.told.isEmpty());
        lookup.enter(first + u", "_s + second);
        QVERIFY(lookup.road.waitFor(2));
        QCOMPARE(lookup.road.ended("closed"), std::size_t(2));
        QVERIFY(lookup.road.network->seen().empty());
        lookup.controller.askAnyway();
        QVERIFY(lookup.road.waitFor(4));
        QCOMPARE(lookup.road.ended("ok"), std::size_t(2));
        lookup.told.clear();
        lookup.controller.askAnyway(); // all of them were asked
        QVERIFY(lookup.told.isEmpty());
    }
};

LINTERNA_TEST(TestLookupController)

} // namespace test_lookupcontroller

#include "test_lookupcontroller.moc"
