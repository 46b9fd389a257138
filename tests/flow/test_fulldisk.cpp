// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whose answers come and cannot be kept.
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QTemporaryDir>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_fulldisk {

namespace {

//! The road with its record in a file, and a service that says what the test wants said.
struct Office : Road {
    Office()
        : Road([this](const SeenRequest &r) {
              return isToken(r)   ? FakeReply{.body = anyToken}
                  : status == 200 ? FakeReply{.body = goodBody(r.url, title)}
                                  : FakeReply{.status = status};
          })
    {
        QVERIFY(resultOf(history.file().open({file, testKey()})));
    }
    //! The last outcome, which is told after the one before it.
    const CheckOutcome &ask()
    {
        checks.check(receipt("EAC9999103402"), AskedBy::Person);
        [&] { QVERIFY(waitFor(outcomes.size() + 1)); }();
        return outcomes.back();
    }

    const char *title = "Case Was Received";
    int status = 200;
    QTemporaryDir folder;
    QString file = folder.filePath(u"history.db"_s);
};

constexpr qint64 noRoom = 1000; // less than a page

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT
private slots:
    void fault40_theAnswerIsToldAndSaidNotToBeKept()
    {
        Office office;
        const CheckOutcome first = office.ask();
        QVERIFY(first.id > 0 && !first.notRecorded);
        office.title = "Case Was Approved";
        {
            const FullDisk full(noRoom);
            const CheckOutcome &told = office.ask();
            QCOMPARE(codeOf(told), "ok"_ba);
            QCOMPARE(told.result->title.en, u"Case Was Approved"_s);
            QCOMPARE(told.id, 0);
            QVERIFY(told.notRecorded);
            QCOMPARE(told.notRecorded->code, ErrorCode::Storage);
            QVERIFY(told.notRecorded->detail.contains(office.file));
            QVERIFY(told.previous); // what it said before is known all the same
            QCOMPARE(told.previous->title.en, u"Case Was Received"_s);
            QCOMPARE(told.previousAt, first.checkedAt);
            QCOMPARE(told.change, Change::Status);
        }
        QCOMPARE(office.checks.pending(), 0);
        QCOMPARE(resultOf(office.history.checks({}))->total, 1);
        QCOMPARE(office.checks.unstored().count(), 1); // and is stored when there is room
        QVERIFY(office.waitUntilStored());
        QCOMPARE(resultOf(office.history.checks({}))->total, 2);
        const CheckOutcome &again = office.ask();
        QVERIFY(again.id > 0 && !again.notRecorded);
        QCOMPARE(again.change, Change::Unchanged);
    }
    void fault40_aFailureToldOnAFullDiskHasTheLastKnownStatus()
    {
        Office office;
        const CheckOutcome first = office.ask();
        office.status = 403;
        const FullDisk full(noRoom);
        const CheckOutcome &told = office.ask();
        QCOMPARE(codeOf(told), "forbidden"_ba);
        QVERIFY(told.notRecorded);
        QCOMPARE(told.notRecorded->code, ErrorCode::Storage);
        QCOMPARE(told.previous, std::optional(first.result.value()));
        QCOMPARE(told.previousAt, first.checkedAt);
        QCOMPARE(told.change, Change::None);
    }
    void fault40_theFirstAnswerOfACase()
    {
        Office office;
        const FullDisk full(noRoom);
        const CheckOutcome &told = office.ask();
        QVERIFY(told.result.ok() && told.notRecorded && !told.previous);
        QCOMPARE(told.change, Change::First);
    }
    //! Where nothing of the record can be read either.
    void fault41_theAnswerIsToldWhereThereIsNoRecord()
    {
        Office office;
        QVERIFY(!resultOf(office.history.file().open({u"/dev/null/linterna/history.db"_s, testKey()})));
        const CheckOutcome &told = office.ask();
        QVERIFY(told.result.ok() && told.notRecorded && !told.previous);
        QCOMPARE(told.change, Change::None);
    }
    void fault40_aBatchGoesOn()
    {
        Office office;
        {
            const FullDisk full(noRoom);
            office.check(0, 20, AskedBy::Batch);
            QVERIFY(office.waitFor(20));
        }
        QCOMPARE(office.ended("ok"), std::size_t(20));
        QCOMPARE(office.checks.pending(), 0);
        for (const CheckOutcome &outcome : office.outcomes)
            QVERIFY(outcome.notRecorded);
        QVERIFY(office.waitUntilStored());
        QCOMPARE(resultOf(office.history.checks({}))->total, 20);
    }
};

LINTERNA_TEST(TestFullDisk)

} // namespace test_fulldisk

#include "test_fulldisk.moc"
