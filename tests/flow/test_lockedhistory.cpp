// SPDX-License-Identifier: GPL-3.0-or-later
// Another program holds the history while answers come and people write.
#include "lib/sqlite/database.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_lockedhistory {

namespace {

//! A Road with its record in a file.
struct LockedOffice : Road {
    LockedOffice()
        : Road([this](const SeenRequest &r) {
              return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.body = goodBody(r.url, title)};
          })
    {
        QVERIFY(resultOf(history.file().open({file, testKey(), RecordRole::Owner})));
    }
    const CheckOutcome &ask(const char *number = "EAC9999103402")
    {
        checks.check(receipt(number), AskedBy::Person);
        [&] { QVERIFY(waitFor(outcomes.size() + 1)); }();
        return outcomes.back();
    }
    [[nodiscard]] qint64 total() { return resultOf(history.checks({.pageSize = 1}))->total; }

    const char *title = "Case Was Received";
    QTemporaryDir folder;
    QString file = folder.filePath(u"history.db"_s);
};

//! Another program that holds the file locked for writing, as long as it lives.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &file, const QString &how = u"BEGIN IMMEDIATE"_s)
        : m_database(*Database::open(file, Database::Access::Write))
    {
        QVERIFY(!m_database->execute(how));
    }

private:
    std::shared_ptr<Database> m_database;
};

} // namespace

class TestLockedHistory : public QObject
{
    Q_OBJECT
private slots:
    void fault77_theAnswerIsToldAtOnceAndStoredByItself()
    {
        LockedOffice office;
        std::vector<CheckOutcome> stored;
        connect(&office.checks.unstored(), &UnstoredChecks::stored, this,
                [&stored](const CheckOutcome &outcome) { stored.push_back(outcome); });
        {
            const OtherProgram other(office.file);
            const QSignalSpy said(&office.checks.unstored(), &UnstoredChecks::changed);
            const CheckOutcome &told = office.ask();
            QVERIFY(!said.empty());
            QCOMPARE(codeOf(told), "ok"_ba);
            QVERIFY(told.notRecorded && told.id == 0);
            QCOMPARE(told.notRecorded->code, ErrorCode::StorageBusy);
            QCOMPARE(office.checks.unstored().count(), 1);
            QCOMPARE(office.checks.unstored().why()->code, ErrorCode::StorageBusy);
            for (int i = 0; i < 3; ++i) { // each try fails
                QSignalSpy tried(&office.checks.unstored(), &UnstoredChecks::changed);
                office.clock.pass(1s);
                QTRY_VERIFY(!tried.empty());
            }
            QCOMPARE(office.total(), 0);
        }
        QVERIFY(office.waitUntilStored());
        QCOMPARE(office.total(), 1);
        QCOMPARE(stored.size(), std::size_t(1));
        QVERIFY(stored.front().id > 0 && !stored.front().notRecorded);
        QVERIFY(!office.checks.unstored().why());
    }
    void fault77_severalKeepTheirOrder()
    {
        LockedOffice office;
        {
            const OtherProgram other(office.file, u"BEGIN EXCLUSIVE"_s);
            (void)office.ask();
            (void)office.ask("EAC9999103403");
            office.title = "Case Was Approved";
            (void)office.ask();
            QCOMPARE(office.checks.unstored().count(), 3);
        }
        QVERIFY(office.waitUntilStored());
        QCOMPARE(office.total(), 3);
        QCOMPARE(resultOf(office.history.lastGood(receipt("EAC9999103402")))->result->title.en, u"Case Was Approved"_s);
    }
    //! The lock is gone, and nobody has tried again yet: what comes now is stored behind what waits.
    void fault77_aLaterAnswerIsStoredLater()
    {
        LockedOffice office;
        auto other = std::make_unique<OtherProgram>(office.file);
        (void)office.ask();
        other.reset();
        CheckOutcome later = office.outcomes.back();
        later.notRecorded.reset();
        later.result->title.en = u"Case Was Approved"_s;
        std::optional<CheckOutcome> told;
        office.checks.unstored().store(later, [&told](const CheckOutcome &outcome) { told = outcome; });
        QTRY_VERIFY(told.has_value());
        QVERIFY(office.waitUntilStored());
        QCOMPARE(office.total(), 2);
        QCOMPARE(resultOf(office.history.lastGood(receipt("EAC9999103402")))->result->title.en, u"Case Was Approved"_s);
    }
    //! An outcome that is dropped while it is being stored takes no other with it; one not yet told of is not dropped.
    void fault77_oneThatGoesWhileItIsTried()
    {
        LockedOffice office;
        auto other = std::make_unique<OtherProgram>(office.file);
        (void)office.ask();
        other.reset();
        UnstoredChecks &unstored = office.checks.unstored();
        CheckOutcome next = office.outcomes.back();
        next.notRecorded.reset();
        next.result->title.en = u"Case Was Approved"_s;
        std::optional<CheckOutcome> told;
        unstored.store(next, [&told](const CheckOutcome &outcome) { told = outcome; }); // tries the first
        unstored.dropAll();
        QCOMPARE(unstored.count(), 1);
        QTRY_VERIFY(told.has_value());
        QCOMPARE(told->result->title.en, u"Case Was Approved"_s);
        QVERIFY(!told->notRecorded && unstored.count() == 0);
        QCOMPARE(resultOf(office.history.load(told->id))->result->title.en, u"Case Was Approved"_s);
    }
    //! The lock goes, but the disk is full by then: why() says so.
    void fault77_theReasonIsTheLatest()
    {
        LockedOffice office;
        auto other = std::make_unique<OtherProgram>(office.file);
        (void)office.ask();
        const UnstoredChecks &unstored = office.checks.unstored();
        QCOMPARE(unstored.why()->code, ErrorCode::StorageBusy);
        {
            other.reset();
            const FullDisk full(1000);
            QVERIFY(test::waitFor([&] {
                office.clock.pass(100ms);
                return unstored.why() && unstored.why()->code == ErrorCode::Storage;
            }));
        }
        QVERIFY(office.waitUntilStored());
        QCOMPARE(office.total(), 1);
    }
    void fault77_oneThatWasDeletedMeanwhileStaysDeleted()
    {
        LockedOffice office;
        (void)office.ask();
        auto other = std::make_unique<OtherProgram>(office.file);
        (void)office.ask();
        QCOMPARE(office.checks.unstored().count(), 1);
        auto *removing = office.history.deleteCases({receipt("EAC9999103402")});
        QTRY_COMPARE(office.history.waitingWrites(), 1);
        other.reset();
        QCOMPARE(resultOf(removing)->checks, 1);
        QVERIFY(office.waitUntilStored());
        QCOMPARE(office.total(), 0);
    }
    void fault77_whatAPersonWritesWaitsInItsOrder()
    {
        LockedOffice office;
        (void)office.ask();
        auto other = std::make_unique<OtherProgram>(office.file);
        auto *first = office.history.editCase(receipt("EAC9999103402"), {.client = u"A"_s});
        auto *second = office.history.editCase(receipt("EAC9999103402"), {.client = u"B"_s});
        auto *filters = office.history.saveFilters({});
        auto *old = office.history.deleteChecksBefore(QDateTime::currentDateTimeUtc().addYears(50));
        QTRY_COMPARE(office.history.waitingWrites(), 4);
        QVERIFY(!first->isFinished() && !second->isFinished() && !filters->isFinished() && !old->isFinished());
        QCOMPARE(office.total(), 1); // what can be read is read meanwhile
        QStringList ended;
        const auto note = [&](const auto &of) {
            return [&ended, of](const auto &result) { ended << (result ? of(*result) : result.error().detail); };
        };
        const auto client = [](const CaseDetails &before) { return u"before: "_s + before.client; };
        first->onFinished(this, note(client));
        second->onFinished(this, note(client));
        filters->onFinished(this, note([](const Nothing &) { return u"filters"_s; }));
        old->onFinished(this, note([](const Deletion &removed) { return QString::number(removed.checks); }));
        other.reset();
        QTRY_COMPARE(ended.size(), 4);
        QCOMPARE(ended, QStringList({u"before: "_s, u"before: A"_s, u"filters"_s, u"1"_s}));
        QCOMPARE(office.history.waitingWrites(), 0);
    }
    void fault77_cancelledOnesDoNotWaitAnyMore()
    {
        LockedOffice office;
        (void)office.ask();
        const OtherProgram other(office.file);
        auto *edit = office.history.editCase(receipt("EAC9999103402"), {.client = u"A"_s});
        QTRY_COMPARE(office.history.waitingWrites(), 1);
        edit->cancel();
        QTRY_COMPARE(office.history.waitingWrites(), 0);
    }
    void fault77_openingSaysWhoHoldsIt()
    {
        LockedOffice office;
        (void)office.ask();
        QVERIFY(resultOf(office.history.file().open({{}, testKey()}))); // lets go of the file
        auto other = std::make_unique<OtherProgram>(office.file, u"BEGIN EXCLUSIVE"_s);
        QCOMPARE(resultOf(office.history.file().open({office.file, testKey(), RecordRole::Owner})).error().code,
                 ErrorCode::StorageBusy);
        other.reset();
        QVERIFY(resultOf(office.history.file().open({office.file, testKey(), RecordRole::Owner})));
        QCOMPARE(office.total(), 1);
    }
    void fault77_closingDoesNotHang()
    {
        auto office = std::make_unique<LockedOffice>();
        (void)office->ask();
        const OtherProgram other(office->file);
        (void)office->ask();
        (void)office->history.editCase(receipt("EAC9999103402"), {.client = u"A"_s});
        QTRY_COMPARE(office->history.waitingWrites(), 1);
        office.reset(); // what waits is lost: UnsavedWork asks before
    }
};

LINTERNA_TEST(TestLockedHistory)

} // namespace test_lockedhistory

#include "test_lockedhistory.moc"
