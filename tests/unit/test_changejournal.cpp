// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/changejournal.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_changejournal {

class TestChangeJournal : public QObject
{
    Q_OBJECT
private slots:
    void numbersBeginAtOneWithoutGaps()
    {
        ChangeJournal journal;
        QCOMPARE(journal.number(), 0);
        QVERIFY(journal.after(0).everything);
        journal.noteCheck(7);
        QCOMPARE(journal.number(), 1);
        journal.noteFilters();
        QCOMPARE(journal.number(), 2);
        QVERIFY(journal.after(1) == (RecordChanges{.number = 2, .filters = true}));
    }
    void tellsEachCaseOnce()
    {
        ChangeJournal journal;
        journal.noteEverything();
        journal.noteCase(receiptOf());
        journal.noteCheck(3);
        journal.noteCase(receiptOf());
        QVERIFY(journal.after(1) == (RecordChanges{.number = 4, .checks = {3}, .cases = {receiptOf()}}));
    }
    void forgetsWhatIsLongAgo()
    {
        ChangeJournal journal;
        journal.noteEverything();
        for (std::size_t i = 0; i < ChangeJournal::Remembered; ++i)
            journal.noteCheck(qint64(i) + 1);
        QCOMPARE(journal.after(1).checks.size(), ChangeJournal::Remembered);
        journal.noteCheck(1'000'000);
        QVERIFY(journal.after(1).everything && journal.after(1).checks.empty());
        QCOMPARE(journal.after(2).checks.back(), 1'000'000);
        QVERIFY(journal.after(journal.number() + 1).everything);
        QVERIFY(journal.after(-5).everything);
    }
};

LINTERNA_TEST(TestChangeJournal)

} // namespace test_changejournal

#include "test_changejournal.moc"
