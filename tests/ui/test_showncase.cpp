// SPDX-License-Identifier: GPL-3.0-or-later
// The card shows the case that was asked for or chosen last, whatever answers about others arrive meanwhile.
#include "lib/sqlite/database.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"
#include "tests/ui/windowbench.h"
#include "ui/casecard/askingpill.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/lookup/receiptentry.h"
#include "ui/recordkeeping/retention.h"

#include <QAction>
#include <QFileDialog>
#include <QTableView>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_showncase {

namespace {

const QString eac = u"EAC9999103402"_s;
const QString lin = u"LIN9999106501"_s;

struct CardBench : WindowBench {
    [[nodiscard]] CaseCard *card() const { return window->findChild<CaseCard *>(); }
    [[nodiscard]] QTableView *table() const { return window->findChild<QTableView *>(); }
    [[nodiscard]] bool shows(const QString &receipt) const
    {
        return card()->receipt() == ReceiptNumber::fromText(receipt)
            && window->findChild<StatusBrowser *>()->toPlainText().contains(u"We have "_s + receipt);
    }
    [[nodiscard]] bool isAsking() const { return window->findChild<AskingPill *>()->isVisible(); }
    [[nodiscard]] QAction *action(const QString &text) const
    {
        for (QAction *each : window->findChildren<QAction *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    void type(const QString &text)
    {
        clock.pass(std::chrono::seconds(10)); // nobody presses twice by mistake so late
        auto *entry = window->findChild<ReceiptEntry *>();
        entry->setText(text);
        QTest::keyClick(entry, Qt::Key_Return);
    }
    [[nodiscard]] bool look(const QString &receipt)
    {
        type(receipt);
        return until([&] { return shows(receipt) && checks.pending() == 0; });
    }
    [[nodiscard]] bool askHeld(const QString &receipt)
    {
        held = true;
        const std::size_t before = network->seen(u"/case-status/"_s).size();
        type(receipt);
        return until([&] { return network->seen(u"/case-status/"_s).size() == before + 1; });
    }
};

} // namespace

class TestShownCase : public QObject
{
    Q_OBJECT
private slots:
    //! The person turned to the history while another case was asked for: its answer goes there too.
    void fault87_aRowChosenMeanwhileStays()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        QVERIFY(b.until([&] { return b.table()->model()->rowCount() == 1; }));
        QVERIFY(b.askHeld(lin));
        QVERIFY(b.isAsking());
        b.table()->selectRow(0);
        QVERIFY(b.until([&] { return b.shows(eac); }));
        QVERIFY(!b.isAsking());
        emit b.checks.progress(receiptOf(lin), {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
        QVERIFY(b.shows(eac) && !b.isAsking());
        b.held = false;
        b.network->release();
        QVERIFY(b.until([&] { return b.checks.pending() == 0 && b.table()->model()->rowCount() == 2; }));
        QVERIFY(b.shows(eac));
    }
    //! The row of the case that the card showed before can be chosen again: after another was stopped, and from the first
    //! steps.
    void fault87_theSameRowAgain()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        QVERIFY(b.until([&] { return b.table()->selectionModel()->hasSelection(); }));
        QVERIFY(b.askHeld(lin));
        QVERIFY(!b.table()->selectionModel()->hasSelection());
        b.checks.cancel(receiptOf(lin));
        QVERIFY(b.until([&] { return !b.isAsking(); }));
        b.table()->selectRow(0);
        QVERIFY(b.until([&] { return b.shows(eac); }));
        b.action(u"&First steps"_s)->trigger();
        QVERIFY(!b.card()->receipt() && !b.table()->selectionModel()->hasSelection());
        b.table()->selectRow(0);
        QVERIFY(b.until([&] { return b.shows(eac); }));
    }
    //! When the card turns to the next of several, the row of the one before can be chosen.
    void fault87_theRowOfTheOneBefore()
    {
        CardBench b;
        b.network->setAnswer([&b](const SeenRequest &request) {
            return request.url.path().endsWith(lin) ? FakeReply{.status = 503, .body = "{}"} : b.answer(request);
        });
        b.type(eac + u", "_s + lin);
        // The second is to be repeated after a second, which does not pass here.
        QVERIFY(waitFor([&] {
            b.clock.pass(std::chrono::milliseconds(1));
            return b.card()->receipt() == receiptOf(lin) && b.table()->model()->rowCount() == 1;
        }));
        QCOMPARE(b.checks.pending(), 1);
        QVERIFY(!b.table()->selectionModel()->hasSelection());
        b.table()->selectRow(0);
        QVERIFY(b.until([&] { return b.shows(eac); }));
    }
    //! Asking about the case on the card again leaves its row alone.
    void fault87_askedAgainItsRowStays()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        QVERIFY(b.until([&] { return b.table()->selectionModel()->hasSelection(); }));
        QVERIFY(b.askHeld(eac));
        QVERIFY(b.table()->selectionModel()->hasSelection());
    }
    //! What was asked for before says nothing more about itself on the card.
    void fault87_progressOfAnEarlierOne()
    {
        CardBench b;
        QVERIFY(b.askHeld(eac));
        QVERIFY(b.askHeld(lin));
        emit b.checks.progress(receiptOf(eac), {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
        QCOMPARE(b.card()->receipt(), ReceiptNumber::fromText(lin));
    }
    //! With several checks under way, the case on the card stays there when another one's check is stopped.
    void fault87_anotherThatIsStopped()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        CheckOutcome stopped = badOutcome(Error{.code = ErrorCode::Cancelled}, receiptOf(lin));
        b.card()->showStopped(stopped);
        QVERIFY(b.shows(eac));
        stopped.receipt = receiptOf(eac);
        b.card()->showProgress(receiptOf(lin), {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
        b.card()->showStopped(stopped);
        QCOMPARE(b.card()->receipt(), ReceiptNumber::fromText(lin));
        QVERIFY(b.isAsking() && !b.card()->outcome());
    }
    //! Menus act on what is on the card.
    void fault87_noMenuActsOnACaseBefore()
    {
        CardBench b;
        QAction *remove = b.action(u"De&lete case…"_s);
        QVERIFY(remove && !remove->isEnabled());
        QVERIFY(b.look(eac));
        QVERIFY(remove->isEnabled());
        QVERIFY(b.askHeld(lin));
        QVERIFY(!remove->isEnabled());
    }
    //! Another record has other cases.
    void fault87_anotherRecord()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        emit b.history.replaced();
        QVERIFY(!b.card()->receipt() && !b.card()->outcome());
    }
    //! The check on the card became too old to be kept.
    void fault87_whatRetentionDeletes()
    {
        CardBench b;
        QVERIFY(b.look(eac));
        QVERIFY(b.until([&] { return b.table()->model()->rowCount() == 1; }));
        const QDateTime before = b.clock.now().addDays(1);
        QCOMPARE(resultOf(b.history.deleteChecksBefore(before))->checks, 1);
        emit b.window->findChild<Retention *>()->deleted(before);
        QVERIFY(b.until([&] { return !b.card()->outcome(); }));
    }
    //! What waited on the card to be stored says so no more; what waited of another case stays away.
    void fault87_whatIsStoredLater()
    {
        CardBench b;
        const QString file = b.folder.filePath(u"history.db"_s);
        QVERIFY(resultOf(b.history.file().open({file, testKey(), RecordRole::Owner})));
        auto other = *Database::open(file, Database::Access::Write);
        QVERIFY(!other->execute(u"BEGIN IMMEDIATE"_s));
        QVERIFY(b.look(eac));
        QVERIFY(b.look(lin));
        QVERIFY(b.card()->outcome()->notRecorded);
        QVERIFY(!other->execute(u"ROLLBACK"_s));
        QVERIFY(b.until([&] { return b.checks.unstored().count() == 0; }));
        QVERIFY(b.shows(lin));
        QVERIFY(!b.card()->outcome()->notRecorded && b.card()->outcome()->id > 0);
    }
    //! A row that was damaged says so on the card, and nothing of any case; it can be exported, and the case asked again.
    void fault89_aDamagedRowIsShownAsWhatItIs()
    {
        CardBench b;
        const QString file = b.folder.filePath(u"history.db"_s);
        QVERIFY(resultOf(b.history.file().open({file, testKey(), RecordRole::Owner})));
        QVERIFY(b.look(eac));
        QVERIFY(b.look(lin));
        QVERIFY(b.until([&] { return b.table()->model()->rowCount() == 2; }));
        auto other = *Database::open(file, Database::Access::Write);
        QVERIFY(!other->execute(
            u"UPDATE events SET leaf = zeroblob(32) WHERE id = (SELECT event FROM checks WHERE id = 1)"_s));
        b.table()->selectRow(1);
        QVERIFY(b.until([&] { return !b.card()->outcome(); }));
        const QString shown = b.window->findChild<StatusBrowser *>()->toPlainText();
        QVERIFY2(shown.startsWith(u"This row cannot be trusted\n"_s), qPrintable(shown));
        QVERIFY(!shown.contains(lin) && !shown.contains(u"We have"_s));
        QVERIFY(!b.card()->receipt() && !b.action(u"De&lete case…"_s)->isEnabled());
        QVERIFY(!b.button(u"Copy for the client"_s)->isEnabled());

        b.button(u"Export this row…"_s)->click();
        auto *dialog = b.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString target = b.folder.filePath(u"row.json"_s);
        emit dialog->fileSelected(target);
        QVERIFY(b.until([&] { return QFileInfo(target).size() > 0; }));
        const QByteArray json = bytesOf(target);
        QVERIFY(json.startsWith("{\"linterna_damaged_check\":1,\"check\":1,\"damage\":\"leaf differs\""));
        QVERIFY(!json.contains(eac.toLatin1()) && !json.contains(testKey().view().toByteArray().toBase64()));
        QCOMPARE(b.settings.exportFolder(), b.folder.path());

        b.button(u"Ask again"_s)->click();
        QVERIFY(b.until([&] { return b.shows(eac) && b.checks.pending() == 0; }));
        QVERIFY(!b.button(u"Export this row…"_s));
    }
};

LINTERNA_TEST(TestShownCase)

} // namespace test_showncase

#include "test_showncase.moc"
