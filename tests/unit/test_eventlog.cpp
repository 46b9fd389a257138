// SPDX-License-Identifier: GPL-3.0-or-later
// The log of events behind the record: what is written as an event, that its chain closes, and that several programs
// write into one file.
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordwords.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include "lib/localrecord/localrecord.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_eventlog {

class TestEventLog : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    [[nodiscard]] std::unique_ptr<RecordDatabase> opened(RecordRole role = RecordRole::Owner) const
    {
        auto record = std::make_unique<RecordDatabase>();
        return record->open({m_file, sampleKey(), role}, someAuthor()) ? std::move(record) : nullptr;
    }
    [[nodiscard]] QStringList kinds() const
    {
        QStringList kinds;
        for (const EventSeen &event : eventsIn(m_file, sampleKey()))
            kinds << event.kind;
        return kinds;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
    }

    void whatIsDoneIsWritten()
    {
        auto record = opened();
        QVERIFY(kinds().isEmpty());
        QVERIFY(record->record(sampleCheck(0), someAuthor()));
        QVERIFY(record->editCase(sampleReceipt(0), {.client = u"García"_s, .tags = {u"a"_s}}, someAuthor()));
        QVERIFY(record->editCase(sampleReceipt(0), {.client = u"García"_s, .tags = {u"a"_s}}, someAuthor()));
        QVERIFY(record->saveFilters({{u"mine"_s, {.failed = true}}}, someAuthor()));
        const auto deleted = record->deleteCases({sampleReceipt(0)}, {}, someAuthor());
        QVERIFY(record->undoDeletion(deleted->number, {}, someAuthor()));
        QVERIFY(record->deleteCases({sampleReceipt(0)}, {}, someAuthor()));
        QCOMPARE(*record->purgeDeleted(someAuthor()), 1);
        QCOMPARE(kinds(),
                 (QStringList{u"desk"_s, u"check"_s, u"edit"_s, u"edit"_s, u"filters"_s, u"deletion"_s, u"restored"_s,
                              u"deletion"_s, u"destroyed"_s}));
        QCOMPARE(problemsInEvents(m_file, sampleKey()), QStringList());
        const auto events = eventsIn(m_file, sampleKey());
        for (const EventSeen &event : events) {
            const bool gone = event.kind == u"check"_s || event.kind == u"edit"_s;
            QCOMPARE(event.isDestroyed, gone);
            if (!gone)
                QCOMPARE(event.decoded->origin.person, someAuthor().person);
        }
    }
    //! An edit names the event whose value it replaces.
    void anEditReplacesAnother()
    {
        auto record = opened();
        for (const QString &client : {u"García"_s, u"López"_s, u""_s})
            QVERIFY(record->editCase(sampleReceipt(0), {.client = client, .note = u"same"_s}, someAuthor()));
        QByteArrayList before;
        int clients = 0;
        for (const EventSeen &event : eventsIn(m_file, sampleKey())) {
            const auto *edit = event.decoded ? std::get_if<EditContent>(&event.decoded->content) : nullptr;
            if (!edit || edit->field != CaseField::Client)
                continue;
            QCOMPARE(edit->replaces, before);
            before = {event.head.uuid};
            ++clients;
        }
        QCOMPARE(clients, 3);
        QCOMPARE(record->findCase(sampleReceipt(0))->details, (CaseDetails{.note = u"same"_s}));
    }
    //! A row of details that was put back to what it was before is noticed: the events say what is written now.
    void detailsAreComparedWithTheirEvents_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("an earlier version put back") << u"UPDATE cases SET details = ?"_s;
        QTest::newRow("emptied") << u"UPDATE cases SET details = x''"_s;
        QTest::newRow("cut") << u"UPDATE cases SET details = substr(details, 1, 40)"_s;
    }
    void detailsAreComparedWithTheirEvents()
    {
        QFETCH(QString, sql);
        QVERIFY(opened()->editCase(sampleReceipt(0), {.client = u"before"_s}, someAuthor()));
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            QByteArray earlier;
            {
                Rows rows = (*database)->query(u"SELECT details FROM cases"_s);
                QVERIFY(rows.next());
                earlier = rows.bytes(0);
            }
            QVERIFY(opened()->editCase(sampleReceipt(0), {.client = u"now"_s}, someAuthor()));
            QVERIFY(!(*database)->execute(sql, sql.contains(u'?') ? QVariantList{earlier} : QVariantList{}));
        }
        auto record = opened();
        QCOMPARE(record->findCase(sampleReceipt(0))->details.client, u"now"_s);
        QCOMPARE(record->casesOfClient(u"now"_s)->size(), std::size_t(1));
        QCOMPARE(record->editCase(sampleReceipt(0), {.client = u"later"_s}, someAuthor())->client, u"now"_s);
        QCOMPARE(record->findCase(sampleReceipt(0))->details.client, u"later"_s);
    }
    //! A copy of the file goes on with a desk of its own, which says what it continues.
    void aCopyIsAnotherDesk()
    {
        QVERIFY(opened()->record(sampleCheck(0), someAuthor()));
        const auto before = eventsIn(m_file, sampleKey());
        const QString original = std::exchange(m_file, m_folder->filePath(u"copy.db"_s));
        QVERIFY(QFile::copy(original, m_file));
        QVERIFY(opened()->record(sampleCheck(1), someAuthor()));
        QCOMPARE(problemsInEvents(m_file, sampleKey()), QStringList());
        const auto after = eventsIn(m_file, sampleKey());
        QCOMPARE(after.size(), before.size() + 2);
        const EventSeen &begun = after[before.size()];
        QCOMPARE(begun.kind, u"desk"_s);
        QVERIFY(begun.head.desk != before.back().head.desk);
        const auto &continues = std::get<DeskContent>(begun.decoded->content).continues;
        QVERIFY(continues);
        QCOMPARE(continues->desk, before.back().head.desk);
        QCOMPARE(continues->number, before.back().head.number);
        QCOMPARE(continues->link, before.back().head.link);
    }
    //! Where the end of the chain was damaged, nobody goes on with it.
    void aDamagedEndIsNotContinued_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("number") << u"UPDATE events SET number = 9223372036854775807 WHERE id = 2"_s;
        QTest::newRow("number 0") << u"UPDATE events SET number = 0 WHERE id = 2"_s;
        QTest::newRow("link") << u"UPDATE events SET link = zeroblob(32) WHERE id = 2"_s;
        QTest::newRow("time") << u"UPDATE events SET at = at + 1 WHERE id = 2"_s;
        QTest::newRow("desk's name") << u"UPDATE desks SET uuid = x'00'"_s;
    }
    void aDamagedEndIsNotContinued()
    {
        QFETCH(QString, sql);
        QVERIFY(opened()->record(sampleCheck(0), someAuthor()));
        QVERIFY(!(*Database::open(m_file, Database::Access::Write))->execute(sql));
        auto record = opened();
        QVERIFY(record->record(sampleCheck(1), someAuthor()));
        QVERIFY(record->record(sampleCheck(2), someAuthor()));
        const auto events = eventsIn(m_file, sampleKey());
        const QByteArray desk = events.back().head.desk;
        QCOMPARE(events[2].kind, u"desk"_s);
        QCOMPARE(events[2].head.desk, desk);
        QCOMPARE(events[4].head.number, 3);
    }
    //! What another program writes is in the lists, and nothing is read anew for it.
    void othersAreFollowed()
    {
        auto mine = opened();
        QVERIFY(mine->record(sampleCheck(0), someAuthor()));
        QVERIFY(!readIn(*mine));
        auto other = opened(RecordRole::Guest);
        for (int number = 1; number < 20; ++number)
            QVERIFY(other->record(sampleCheck(number), someAuthor()));
        QVERIFY(other->editCase(sampleReceipt(1), {.client = u"García"_s}, someAuthor()));
        QVERIFY(*mine->takeInOthers());
        QVERIFY(!*mine->takeInOthers());
        QCOMPARE(mine->checks({}, someTime())->total, 20);
        QCOMPARE(mine->cases({.criteria = {.filter = {.text = u"garcia"_s}}}, someTime())->total, 1);
        QCOMPARE(contentOf(*mine), contentOf(*other));
        QCOMPARE(mine->timesReadAnew(), 0);
        QVERIFY(mine->record(sampleCheck(20), someAuthor()));
        QVERIFY(*other->takeInOthers());
        QCOMPARE(other->checks({}, someTime())->total, 21);
        QCOMPARE(problemsInEvents(m_file, sampleKey()), QStringList());
    }
    //! What another program wrote while this one began to read is there once.
    void whatIsReadInIsNotTakenInTwice()
    {
        auto mine = opened();
        auto other = opened(RecordRole::Guest);
        for (int number = 0; number < 5; ++number)
            QVERIFY(other->record(sampleCheck(number), someAuthor()));
        QVERIFY(mine->readMore()); // the cases; the checks come later
        for (int number = 5; number < 9; ++number)
            QVERIFY(other->record(sampleCheck(number), someAuthor()));
        QVERIFY(!readIn(*mine));
        QVERIFY(other->record(sampleCheck(9), someAuthor()));
        QVERIFY(mine->record(sampleCheck(10), someAuthor()));
        QVERIFY(!readIn(*mine));
        QCOMPARE(mine->checks({.criteria = {.sort = ListSort::Receipt}}, someTime())->total, 11);
        QCOMPARE(contentOf(*mine), contentOf(*opened()));
    }
    void otherProgramsAreTold()
    {
        LocalRecord mine{stillClock()};
        QVERIFY(resultOf(mine.file().open({m_file, sampleKey(), RecordRole::Owner})));
        QVERIFY(resultOf(mine.record(sampleCheck(0))));
        QSignalSpy changed(&mine, &Record::changed);
        QVERIFY(opened(RecordRole::Guest)->record(sampleCheck(1), someAuthor()));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(resultOf(mine.checks({}))->total, 2);
    }
    //! The last good answer is the one that was asked for last, whatever came later into this record.
    void lastGoodGoesByTheTimeOfTheCheck()
    {
        auto record = opened();
        CheckOutcome newer = goodOutcome();
        CheckOutcome older = goodOutcome();
        older.checkedAt = newer.checkedAt.addDays(-3);
        QVERIFY(record->record(newer, someAuthor()));
        QVERIFY(record->record(older, someAuthor()));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(record->lastGood(receiptOf())->id, 1);
            QCOMPARE(record->findCase(receiptOf())->confirmedAt, std::optional(newer.checkedAt));
            QCOMPARE(record->findCase(receiptOf())->lastCheck, 1);
            QVERIFY(!readIn(*record));
        }
        QVERIFY(!record->load(2)->previous);
        QVERIFY(record->load(1)->previous);
        QVERIFY(!(*Database::open(m_file, Database::Access::Write))
                     ->execute(u"UPDATE cases SET last_check = 2, last_good = 2"_s)); // and it is found again so
        QCOMPARE(record->findCase(receiptOf())->lastCheck, 1);
        QCOMPARE(record->findCase(receiptOf())->confirmedAt, std::optional(newer.checkedAt));
    }
};

LINTERNA_TEST(TestEventLog)

} // namespace test_eventlog

#include "test_eventlog.moc"
