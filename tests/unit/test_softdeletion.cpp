// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting, taking it back, and that it is gone then.
#include "lib/localrecord/localrecord.h"

#include "lib/sqlite/database.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_softdeletion {

namespace {

Secret dataKey()
{
    return Secret::copyOf("0123456789abcdef0123456789abcdef");
}

const QString eac = u"EAC0000000001"_s;
const QString wac = u"WAC0000000002"_s;
const QString lin = u"LIN0000000003"_s;

//! A statement's only value.
QByteArray valueOf(const QString &file, const QString &sql)
{
    const auto database = Database::open(file, Database::Access::Look);
    Rows rows = (*database)->query(sql);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

//! Whether these bytes stand in any file of the folder.
bool standsIn(const QString &folder, const QByteArray &bytes)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes))
            return true;
    }
    return false;
}

} // namespace

class TestSoftDeletion : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<LocalRecord> m_store;

    void open()
    {
        m_store = std::make_unique<LocalRecord>(stillClock());
        QVERIFY(resultOf(m_store->file().open({m_file, dataKey(), RecordRole::Owner})));
        QVERIFY(resultOf(m_store->count({VisitScope()}))); // all of the record has been read in by then
    }
    void record(const QString &receipt, const QDate &day, const QString &title = u"Case Was Received"_s)
    {
        CaseStatus status = caseStatus(receiptOf(receipt));
        status.title.en = title;
        status.description.en = u"Words of %1 in %2"_s.arg(receipt, title);
        CheckOutcome outcome = goodOutcome(status);
        outcome.checkedAt = QDateTime(day, QTime(12, 0), Qt::UTC);
        outcome.transcripts = {{.method = "GET", .status = 200}};
        QVERIFY(resultOf(m_store->record(outcome)));
    }
    std::vector<qint64> checks()
    {
        std::vector<qint64> ids;
        const auto page = resultOf(m_store->checks({}));
        for (const CheckRow &row : page->rows)
            ids.push_back(row.id);
        return page->total == qint64(ids.size()) ? ids : std::vector<qint64>{-1};
    }
    QStringList cases()
    {
        QStringList receipts;
        const auto page = resultOf(m_store->cases({}));
        for (const CaseRow &row : page->rows)
            receipts << row.receipt->toString();
        return receipts;
    }

private slots:
    //! Checks 1 to 5: EAC twice (it changed), WAC, LIN, EAC again.
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
        open();
        record(eac, {2024, 1, 1});
        record(eac, {2024, 6, 1}, u"Case Was Approved"_s);
        record(wac, {2024, 7, 1});
        record(lin, {2026, 1, 1});
        record(eac, {2026, 2, 1}, u"Case Was Approved"_s);
        (void)resultOf(m_store->editCase(receiptOf(eac), {.client = u"García"_s}));
        (void)resultOf(m_store->editCase(receiptOf(wac), {.client = u"García"_s}));
        (void)resultOf(m_store->editCase(receiptOf(lin), {.client = u"Li"_s}));
    }
    void cleanup() { m_store.reset(); }

    void countsBeforeAnythingGoes()
    {
        const std::vector<ReceiptNumber> some{receiptOf(eac), receiptOf(wac), receiptOf(u"IOE0000000009"_s)};
        const auto count = resultOf(m_store->countCases(some));
        QCOMPARE(count->checks, 4);
        QCOMPARE(count->cases, 2);
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
        QVERIFY(resultOf(m_store->deleteCases({receiptOf(eac)})));
        QCOMPARE(resultOf(m_store->countCases(some))->checks, 1);
    }

    void aDeletedCaseIsNoWhere()
    {
        const auto removed = resultOf(m_store->deleteCases({receiptOf(eac)}));
        QCOMPARE(removed->checks, 3);
        QCOMPARE(removed->cases, 1);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(checks(), (std::vector<qint64>{4, 3}));
            QCOMPARE(cases(), (QStringList{lin, wac}));
            QCOMPARE(resultOf(m_store->checks({.criteria = {.filter = {.text = u"approved"_s}}}))->total, 0);
            QCOMPARE(resultOf(m_store->findCase(receiptOf(eac))).error().code, ErrorCode::NotRecognized);
            QCOMPARE(resultOf(m_store->lastGood(receiptOf(eac)))->id, 0);
            open(); // what was not taken back by the end of the run is deleted
        }
        record(eac, {2026, 3, 1});
        QCOMPARE(resultOf(m_store->findCase(receiptOf(eac)))->details, CaseDetails());
        QCOMPARE(checks(), (std::vector<qint64>{6, 4, 3}));
    }
    void aDeletionIsTakenBack()
    {
        const auto removed = resultOf(m_store->deleteCases({receiptOf(eac), receiptOf(wac)}));
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(cases(), (QStringList{eac, lin, wac}));
        const auto back = resultOf(m_store->findCase(receiptOf(eac)));
        QCOMPARE(back->details.client, u"García"_s);
        QCOMPARE(back->lastCheck, 5);
        QCOMPARE(back->changedAt, QDateTime(QDate(2024, 6, 1), QTime(12, 0), Qt::UTC));
        QCOMPARE(resultOf(m_store->undoDeletion(removed->number)).error().code, ErrorCode::Invalid);
    }
    void aCaseThatWasLookedUpMeanwhileGetsItsChecksBack()
    {
        const auto removed = resultOf(m_store->deleteCases({receiptOf(eac)}));
        record(eac, {2026, 3, 1}, u"Card Was Mailed To Me"_s);
        (void)resultOf(m_store->editCase(receiptOf(eac), {.note = u"new"_s}));
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        QCOMPARE(checks(), (std::vector<qint64>{6, 5, 4, 3, 2, 1}));
        const auto back = resultOf(m_store->findCase(receiptOf(eac)));
        QCOMPARE(back->details.note, u"new"_s);
        QCOMPARE(back->lastCheck, 6);
        QCOMPARE(resultOf(m_store->load(1))->receipt, receiptOf(eac));
        QCOMPARE(cases().size(), 3);
    }
    void severalDeletionsAreTakenBackOneByOne()
    {
        const auto first = resultOf(m_store->deleteCases({receiptOf(eac)}));
        const auto second = resultOf(m_store->deleteCases({receiptOf(lin)}));
        QVERIFY(first->number != second->number);
        QVERIFY(resultOf(m_store->undoDeletion(first->number)));
        QCOMPARE(cases(), (QStringList{eac, wac}));
        QVERIFY(resultOf(m_store->undoDeletion(second->number)));
        QCOMPARE(cases(), (QStringList{eac, lin, wac}));
    }
    void whatIsOldIsDeleted()
    {
        (void)resultOf(m_store->editCase(receiptOf(wac), {.client = u"García"_s, .onHold = true}));
        const auto removed = resultOf(m_store->deleteChecksBefore(QDateTime(QDate(2025, 1, 1), QTime(), Qt::UTC)));
        QCOMPARE(removed->checks, 2);
        QCOMPARE(removed->cases, 0);
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3})); // 3 stays: WAC is on hold
        QVERIFY(!resultOf(m_store->findCase(receiptOf(eac)))->changedAt);
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
        QVERIFY(resultOf(m_store->findCase(receiptOf(eac)))->changedAt);
    }
    //! A case that nobody can read is deleted for its age and comes back like the others: taking back must not end in
    //! its being gone at the next start.
    void whatCannotBeReadComesBackToo()
    {
        m_store.reset();
        const auto database = Database::open(m_file, Database::Access::Write);
        QVERIFY(!(*database)->execute(u"UPDATE cases SET receipt = zeroblob(53) WHERE id = 2"_s));
        open();
        const auto removed = resultOf(m_store->deleteChecksBefore(QDateTime(QDate(2025, 1, 1), QTime(), Qt::UTC)));
        QCOMPARE(removed->cases, 1);
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
            QCOMPARE(resultOf(m_store->cases({}))->total, 3);
            open();
        }
        QCOMPARE(valueOf(m_file, u"SELECT uid FROM cases WHERE id = 2"_s).size(), 16);
    }
    void nothingOldIsNoDeletion()
    {
        const auto removed = resultOf(m_store->deleteChecksBefore(QDateTime(QDate(2020, 1, 1), QTime(), Qt::UTC)));
        QCOMPARE(removed->checks, 0);
        QCOMPARE(removed->cases, 0);
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(resultOf(m_store->undoDeletion(removed->number)).error().code, ErrorCode::Invalid);
    }
    void aCaseWithNothingLeftGoesToo()
    {
        const auto removed = resultOf(m_store->deleteChecksBefore(QDateTime(QDate(2025, 1, 1), QTime(), Qt::UTC)));
        QCOMPARE(removed->checks, 3);
        QCOMPARE(removed->cases, 1);
        QCOMPARE(cases(), (QStringList{eac, lin}));
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        QCOMPARE(cases(), (QStringList{eac, lin, wac}));
        QCOMPARE(resultOf(m_store->findCase(receiptOf(wac)))->lastCheck, 3);
    }
    void deletedMeansGone_data()
    {
        QTest::addColumn<bool>("atTheNextStart");
        QTest::newRow("when asked for") << false;
        QTest::newRow("at the next start, after a crash say") << true;
    }
    //! In the bytes of the file and of its log no sealed value of the case is left.
    void deletedMeansGone()
    {
        QFETCH(bool, atTheNextStart);
        QByteArrayList gone;
        const QString of = u"(SELECT id FROM cases WHERE last_check = 5)"_s;
        for (
            const QString &sql :
            {u"SELECT receipt FROM cases WHERE id = %1"_s, u"SELECT details FROM cases WHERE id = %1"_s,
             u"SELECT sealed FROM transcripts WHERE check_id = 1"_s,
             u"SELECT sealed FROM answers WHERE id = (SELECT answer_id FROM checks WHERE id = 2)"_s,
             u"SELECT sealed FROM texts WHERE id = (SELECT text_en FROM answers WHERE id = (SELECT answer_id FROM checks WHERE id = 2))"_s,
             u"SELECT sealed FROM events WHERE id = (SELECT event FROM checks WHERE id = 1)"_s,
             u"SELECT sealed FROM events WHERE id = (SELECT event FROM checks WHERE id = 5)"_s})
            gone << valueOf(m_file, sql.contains(u'%') ? sql.arg(of) : sql);
        const QByteArray stays = valueOf(m_file, u"SELECT receipt FROM cases WHERE last_check = 4"_s);
        for (const QByteArray &bytes : std::as_const(gone)) {
            QVERIFY(bytes.size() >= 16);
            QVERIFY(standsIn(m_folder->path(), bytes));
        }
        QVERIFY(resultOf(m_store->deleteCases({receiptOf(eac)})));
        if (atTheNextStart)
            open();
        else
            QCOMPARE(resultOf(m_store->file().purge()).value(), 3);
        QCOMPARE(checks(), (std::vector<qint64>{4, 3}));
        for (const QByteArray &bytes : std::as_const(gone))
            QVERIFY(!standsIn(m_folder->path(), bytes));
        QVERIFY(standsIn(m_folder->path(), stays));
        QVERIFY(resultOf(m_store->load(4)));
    }
    void fault73_aGuestPurgesNothingAndSeesNothing()
    {
        const auto removed = resultOf(m_store->deleteCases({receiptOf(eac)}));
        QCOMPARE(removed->checks, 3);
        {
            LocalRecord guest{stillClock()}; // an export or a backup beside the window
            QVERIFY(resultOf(guest.file().open({m_file, dataKey(), RecordRole::Guest})));
            QCOMPARE(resultOf(guest.checks({}))->total, 2);
            QCOMPARE(resultOf(guest.cases({}))->total, 2);
            QCOMPARE(resultOf(guest.count({{}, {.what = VisitScope::What::Cases}})).value(),
                     (std::vector<qint64>{2, 2}));
            QCOMPARE(resultOf(guest.findCase(receiptOf(eac))).error().code, ErrorCode::NotRecognized);
            QVERIFY(!resultOf(guest.lastGood(receiptOf(eac)))->result);
            QCOMPARE(resultOf(guest.file().purge()).error().code, ErrorCode::Storage);
            const auto copy = resultOf(guest.file().copy());
            QVERIFY(copy);
            QCOMPARE(resultOf(guest.file().replaceWith(*copy, Replace::KeepOther)).error().code, ErrorCode::Storage);
        }
        QVERIFY(resultOf(m_store->undoDeletion(removed->number))); // Undo in the window
        QCOMPARE(checks(), (std::vector<qint64>{5, 4, 3, 2, 1}));
    }
    void fault73_whatAKilledWindowHidIsPurgedByTheNextOwner()
    {
        QVERIFY(resultOf(m_store->deleteCases({receiptOf(eac)})));
        m_store.reset(); // nobody purged
        LocalRecord guest{stillClock()};
        QVERIFY(resultOf(guest.file().open({m_file, dataKey()})));
        QCOMPARE(resultOf(guest.checks({}))->total, 2);
        QCOMPARE(valueOf(m_file, u"SELECT count(*) FROM checks"_s), "5"_ba);
        open();
        QCOMPARE(valueOf(m_file, u"SELECT count(*) FROM checks"_s), "2"_ba);
    }
    void fault72_oldChecksThatWereRecordedLate()
    {
        const QDateTime moment(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
        auto old = resultOf(m_store->findOldChecks(moment));
        QVERIFY(old->any && !old->outOfOrder);
        QCOMPARE(old->newest, QDateTime(QDate(2026, 2, 1), QTime(12, 0), Qt::UTC));
        record(wac, {2016, 5, 5}); // the clock was ten years back
        old = resultOf(m_store->findOldChecks(moment));
        QVERIFY(old->any && old->outOfOrder);
        record(lin, {2036, 5, 5}); // and ahead
        old = resultOf(m_store->findOldChecks(QDateTime(QDate(2016, 1, 1), QTime(0, 0), Qt::UTC)));
        QVERIFY(!old->any && !old->outOfOrder);
        QCOMPARE(old->newest, QDateTime(QDate(2036, 5, 5), QTime(12, 0), Qt::UTC));
    }
    void whatOthersSayTooStays()
    {
        record(eac, {2026, 4, 1});
        CheckOutcome failure = badOutcome({.code = ErrorCode::Server}, receiptOf(eac));
        QVERIFY(resultOf(m_store->record(failure)));
        failure.receipt = receiptOf(lin);
        const auto kept = resultOf(m_store->record(failure));
        QVERIFY(resultOf(m_store->deleteCases({receiptOf(eac)})));
        QVERIFY(resultOf(m_store->file().purge()));
        QCOMPARE(resultOf(m_store->load(kept->id))->rawReply, failure.rawReply);
        QCOMPARE(resultOf(m_store->load(4))->result->formType, u"I-130"_s);
    }
};

LINTERNA_TEST(TestSoftDeletion)

} // namespace test_softdeletion

#include "test_softdeletion.moc"
