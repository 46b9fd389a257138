// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordcontract.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_recordondisk {

//! The contract, for a record in a file; and what a file adds to it.
class TestRecordOnDisk : public RecordContract
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<LocalRecord> opened() const
    {
        auto record = std::make_unique<LocalRecord>(stillClock());
        const auto result = resultOf(record->file().open({m_folder->filePath(QStringLiteral("history.db")),
                                                          Secret::copyOf(QByteArray(32, 'k')), RecordRole::Owner}));
        return result ? std::move(record) : nullptr;
    }

protected:
    std::unique_ptr<Record> make() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        return opened();
    }

private slots:
    //! A check is stored for good when its job has ended, and so is what people write.
    void holdsWhatAnotherOneRecorded()
    {
        make();
        const auto stored = resultOf(opened()->record(goodOutcome()));
        QVERIFY(resultOf(opened()->editCase(receiptOf(), {.client = QStringLiteral("Ana")})));
        const auto again = opened();
        QVERIFY(resultOf(again->load(stored->id))->result.value() == caseStatus());
        QCOMPARE(resultOf(again->findCase(receiptOf()))->details.client, QStringLiteral("Ana"));
    }
    void tellsWhatAnotherOneWrote()
    {
        make();
        const auto one = opened();
        const auto other = opened();
        const qint64 start = resultOf(one->changesAfter(0))->number;
        const auto stored = resultOf(other->record(goodOutcome()));
        QVERIFY(resultOf(other->editCase(receiptOf(), {.client = QStringLiteral("Ana")})));
        QVERIFY(resultOf(other->saveFilters({{QStringLiteral("mine"), {}}})));
        const auto changes = resultOf(one->changesAfter(start));
        QVERIFY(!changes->everything && changes->number > start && changes->filters);
        QCOMPARE(changes->checks, std::vector<qint64>{stored->id});
        QCOMPARE(changes->cases, std::vector<ReceiptNumber>{receiptOf()});
        QVERIFY(resultOf(other->deleteCases({receiptOf()}))); // a deletion is not followed step by step
        QVERIFY(resultOf(one->changesAfter(changes->number))->everything);
    }
};

LINTERNA_TEST(TestRecordOnDisk)

} // namespace test_recordondisk

#include "test_recordondisk.moc"
