// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"

#include "lib/sqlite/database.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_localrecord {

namespace {

Secret dataKey()
{
    return Secret::copyOf("0123456789abcdef0123456789abcdef");
}

} // namespace

class TestLocalRecord : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    std::unique_ptr<LocalRecord> opened(const QString &file, const Secret &key = dataKey())
    {
        auto store = std::make_unique<LocalRecord>(stillClock());
        const auto result = resultOf(store->file().open({file, key}));
        // A list that begins elsewhere than at its top needs the record to have been read in, which counting waits for.
        return result && resultOf(store->count({VisitScope()})) ? std::move(store) : nullptr;
    }
    std::unique_ptr<LocalRecord> opened() { return opened(m_file); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"deep/down/history.db"_s);
    }

    void givesBackWhatWasRecorded_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("file") << u"history.db"_s;
        QTest::newRow("memory") << QString();
    }
    void givesBackWhatWasRecorded()
    {
        QFETCH(QString, file);
        const auto store = opened(file.isEmpty() ? file : m_file);
        QSignalSpy recorded(store.get(), &LocalRecord::recorded);
        const CheckOutcome sent = goodOutcome();
        const auto stored = resultOf(store->record(sent));
        QCOMPARE(stored->id, 1);
        QCOMPARE(stored->change, Change::First);
        QVERIFY(!stored->previous && !stored->previousAt && !stored->notRecorded);
        QCOMPARE(recorded.size(), 1);
        QCOMPARE(recorded[0][0].toLongLong(), 1);

        const auto loaded = resultOf(store->load(1));
        QVERIFY(loaded);
        QVERIFY(loaded->result.value() == sent.result.value());
        QCOMPARE(loaded->receipt, sent.receipt);
        QCOMPARE(loaded->connection, sent.connection);
        QCOMPARE(loaded->askedBy, sent.askedBy);
        QCOMPARE(loaded->checkedAt, sent.checkedAt);
        QCOMPARE(loaded->httpStatus, 200);
        QCOMPARE(loaded->rawReply, sent.rawReply);
        QCOMPARE(loaded->change, Change::First);
        QCOMPARE(loaded->id, 1);
    }
    void errorsAreRecordedAndHideNothing()
    {
        const auto store = opened();
        (void)resultOf(store->record(goodOutcome()));
        const Error closed{.code = ErrorCode::Closed,
                           .httpStatus = 503,
                           .retryAt = someTime().addSecs(60),
                           .serverMessage = u"The service is closed."_s,
                           .detail = u"api-int.uscis.gov"_s};
        const auto stored = resultOf(store->record(badOutcome(closed)));
        QCOMPARE(stored->change, Change::None);
        QVERIFY(stored->previous == caseStatus());
        QCOMPARE(stored->previousAt, someTime());
        QCOMPARE(resultOf(store->load(2))->result.error(), closed);
        QCOMPARE(resultOf(store->load(2))->askedBy, AskedBy::Batch);
        QVERIFY(resultOf(store->load(2))->previous == caseStatus());
        QCOMPARE(resultOf(store->lastGood(receiptOf()))->id, 1);
    }
    void comparesWithTheLastGoodAnswerOfThatReceipt()
    {
        const auto store = opened();
        CaseStatus other = caseStatus(receiptOf(u"WAC0000000001"));
        other.title.en = u"Case Was Received"_s;
        CaseStatus changed = caseStatus();
        changed.title.en = u"Card Was Mailed To Me"_s;
        QCOMPARE(resultOf(store->record(goodOutcome()))->change, Change::First);
        QCOMPARE(resultOf(store->record(goodOutcome(other)))->change, Change::First);
        QCOMPARE(resultOf(store->record(badOutcome({.code = ErrorCode::Timeout})))->change, Change::None);
        QCOMPARE(resultOf(store->record(goodOutcome()))->change, Change::Unchanged);
        const auto last = resultOf(store->record(goodOutcome(changed)));
        QCOMPARE(last->change, Change::Status);
        QCOMPARE(last->previous->title.en, u"Case Approval Was Affirmed"_s);
        QCOMPARE(resultOf(store->lastGood(receiptOf()))->result->title.en, u"Card Was Mailed To Me"_s);
        QCOMPARE(resultOf(store->lastGood(receiptOf(u"LIN0000000001")))->result.error().code, ErrorCode::NotRecognized);
        QCOMPARE(resultOf(store->lastGood(receiptOf(u"LIN0000000001")))->id, 0);
    }
    void pagesNewestFirst()
    {
        const auto store = opened({});
        for (int i = 0; i < 2005; ++i)
            (void)store->record(badOutcome({.code = ErrorCode::Offline}));
        (void)store->record(goodOutcome());
        const auto first = resultOf(store->checks({.pageSize = 3}));
        QCOMPARE(first->total, 2006);
        QCOMPARE(first->rows.size(), std::size_t(3));
        const CheckRow &newest = first->rows[0];
        QCOMPARE(newest.id, 2006);
        QCOMPARE(newest.receipt, std::optional(receiptOf()));
        QCOMPARE(newest.checkedAt, someTime());
        QCOMPARE(newest.formType, u"I-130"_s);
        QCOMPARE(newest.title, caseStatus().title);
        QCOMPARE(newest.change, Change::First);
        QCOMPARE(newest.category, statusCategory(caseStatus().title.en));
        QVERIFY(!newest.error && !newest.unreadable);
        QCOMPARE(first->rows[1].error, std::optional(ErrorCode::Offline));
        QCOMPARE(first->rows[1].receipt, std::optional(receiptOf()));
        const auto earlier =
            resultOf(store->checks({.from = ListQuery::From::Below, .id = first->rows[2].id, .pageSize = 2}));
        QCOMPARE(earlier->rows[0].id, 2003);
        QCOMPARE(earlier->total, 2006);
        QCOMPARE(resultOf(store->checks({.pageSize = 1'000'000}))->rows.size(), std::size_t(2000));
        QCOMPARE(resultOf(store->checks({.pageSize = -1}))->rows.size(), std::size_t(0));
    }
    void staysAfterAReopening()
    {
        (void)resultOf(opened()->record(goodOutcome()));
        const auto store = opened();
        QVERIFY(resultOf(store->load(1))->result.value() == caseStatus());
        QCOMPARE(resultOf(store->record(goodOutcome()))->change, Change::Unchanged);
        const auto permissions = QFile::permissions(m_file) | QFile::permissions(m_file + u"-wal"_s);
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
    //! tests/fixtures/record: files that earlier versions of this program wrote, with five checks (the first ones of a
    //! changing case with a failure between them, then odd texts); in the later one the fifth was damaged afterwards.
    void whatEarlierVersionsRecordedStays_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<bool>("withTranscripts");
        QTest::addColumn<int>("readable");
        QTest::newRow("version 1: without transcripts") << u"record/version-1.db"_s << false << 5;
        QTest::newRow("version 3") << u"record/version-3.db"_s << true << 4;
    }
    void whatEarlierVersionsRecordedStays()
    {
        QFETCH(QString, fixture);
        QFETCH(bool, withTranscripts);
        QFETCH(int, readable);
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path())
                && QFile::copy(QStringLiteral(LINTERNA_FIXTURES "/") + fixture, m_file));
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        for (int round = 0; round < 2; ++round) { // the second time they are in the tables of today
            const auto store = opened();
            QVERIFY(store);
            const auto first = resultOf(store->load(1));
            QVERIFY(first->result.value() == caseStatus());
            QCOMPARE(first->transcripts.size(), std::size_t(withTranscripts ? 1 : 0));
            QCOMPARE(first->rawReply, goodOutcome().rawReply);
            QCOMPARE(resultOf(store->load(2))->result.error().serverMessage, u"The service is closed."_s);
            QCOMPARE(resultOf(store->load(3))->change, Change::Status);
            QCOMPARE(resultOf(store->load(3))->previous->title.en, caseStatus().title.en);
            QCOMPARE(resultOf(store->load(4))->result->description.en, u"\ufeffa"_s + QChar(0xd800) + u"b"_s);
            QCOMPARE(resultOf(store->load(4))->rawReply, QByteArray("\xff\0\xc3", 3));
            auto visitor = std::make_shared<CollectingVisitor>();
            QCOMPARE(resultOf(store->visit(visitor)).value(), 5);
            int whole = 0;
            for (const auto &outcome : visitor->outcomes)
                whole += outcome ? 1 : 0;
            QCOMPARE(whole, readable);
            QCOMPARE(visitor->rows[4].unreadable, readable < 5);
            QCOMPARE(visitor->rows[4].checkedAt, someTime());
            QCOMPARE(resultOf(store->findCase(receiptOf()))->lastCheck, 3);
        }
        const auto again = resultOf(opened()->record(goodOutcome()));
        QCOMPARE(again->id, 6);
        QCOMPARE(again->change, Change::Status);
    }
    //! What could not be read is not thrown away.
    void whatCannotBeMovedStaysInTheFile()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path())
                && QFile::copy(QStringLiteral(LINTERNA_FIXTURES "/") + u"record/version-3.db"_s, m_file));
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(opened());
        const auto database = Database::open(m_file, Database::Access::Look);
        Rows rows = (*database)->query(u"SELECT checks.id, length(sealed) FROM events JOIN checks ON checks.event ="
                                       " events.id WHERE kind = 'damaged'"_s);
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), 5);
        QVERIFY(rows.integer(1) > 500);
        QVERIFY(!rows.next());
    }
    void fault37_anyTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("high surrogate") << u"a"_s + QChar(0xd800) + u"b"_s;
        QTest::newRow("low surrogate at the end") << u"a"_s + QChar(0xdc00);
        QTest::newRow("byte order mark in front") << u"\ufeffab"_s;
        QTest::newRow("replacement") << u"a\ufffdb"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
        QTest::newRow("beyond the BMP") << u"𝟗 ʤ ñ"_s;
        QTest::newRow("1 MB") << QString(500'000, u'ñ');
    }
    void fault37_anyTextComesBack()
    {
        QFETCH(QString, text);
        const CaseStatus odd{.receipt = receiptOf(),
                             .formType = text,
                             .submittedDate = text,
                             .modifiedDate = text,
                             .title = {text, text},
                             .description = {text, text},
                             .history = {{text, {}, {text, text}}},
                             .message = text,
                             .repaired = true};
        CheckOutcome outcome = goodOutcome(odd);
        outcome.rawReply = QByteArray("\xff\0\xc3", 3);
        const auto store = opened();
        QVERIFY(resultOf(store->record(outcome)));
        QVERIFY(resultOf(store->load(1))->result.value() == odd);
        QCOMPARE(resultOf(store->load(1))->rawReply, outcome.rawReply);
        QCOMPARE(resultOf(store->checks({.pageSize = 1}))->rows[0].title.en, text);
        QCOMPARE(resultOf(store->record(outcome))->change, Change::Unchanged);
        const Error error{.code = ErrorCode::Server, .serverMessage = text, .detail = text};
        (void)resultOf(store->record(badOutcome(error)));
        QCOMPARE(resultOf(store->load(3))->result.error(), error);
    }
    void visitsEveryCheckOldestFirst()
    {
        const auto store = opened();
        (void)store->record(goodOutcome());
        (void)store->record(badOutcome({.code = ErrorCode::Timeout}));
        auto visitor = std::make_shared<CollectingVisitor>();
        QCOMPARE(resultOf(store->visit(visitor)).value(), 2);
        QVERIFY(visitor->ended);
        QCOMPARE(visitor->rows[0].id, 1);
        QVERIFY(visitor->outcomes[0]->result.value() == caseStatus());
        QCOMPARE(visitor->outcomes[1]->result.error().code, ErrorCode::Timeout);
    }
    void aVisitLeavesOutWhatIsNotWanted()
    {
        const auto store = opened();
        CheckOutcome outcome = goodOutcome();
        outcome.transcripts.push_back({.method = "GET", .status = 200, .replyBody = outcome.rawReply});
        QVERIFY(resultOf(store->record(outcome)));
        for (const bool requests : {true, false}) {
            auto visitor = std::make_shared<CollectingVisitor>();
            visitor->requests = requests;
            QCOMPARE(resultOf(store->visit(visitor)).value(), 1);
            QVERIFY(visitor->outcomes[0]->result.value() == caseStatus());
            QCOMPARE(visitor->outcomes[0]->rawReply, requests ? outcome.rawReply : QByteArray());
            QCOMPARE(visitor->outcomes[0]->transcripts.size(), std::size_t(requests ? 1 : 0));
        }
    }
    void aCancelledVisitStopsBetweenRows()
    {
        const auto store = opened();
        for (int i = 0; i < 10; ++i)
            (void)store->record(goodOutcome());
        auto visitor = std::make_shared<CollectingVisitor>();
        QSemaphore met, goOn;
        visitor->onRow = [&] { met.release(), goOn.acquire(); };
        auto *visit = store->visit(visitor);
        met.acquire();
        visit->cancel();
        goOn.release(20);
        (void)resultOf(store->checks({.pageSize = 1})); // the store goes on with what comes next
        QCOMPARE(visitor->rows.size(), std::size_t(1));
        QVERIFY(!visitor->ended);
    }
    //! Closing the window in the middle of a long export must not take as long as the export.
    void aDyingStoreStopsAVisit()
    {
        auto store = opened();
        for (int i = 0; i < 3; ++i)
            QVERIFY(resultOf(store->record(goodOutcome())));
        const auto visitor = std::make_shared<CollectingVisitor>();
        std::atomic_bool told = false;
        QSemaphore atFirstRow;
        visitor->onRow = [&] {
            atFirstRow.release();
            // The store is dying by now; a cancelled visit ends here, any other one runs into the deadline.
            for (const QDeadlineTimer deadline(10'000); !told && !deadline.hasExpired();)
                QThread::yieldCurrentThread();
        };
        JobOf<qint64> *job = store->visit(visitor);
        connect(job, &Job::cancelled, job, [&] { told = true; });
        atFirstRow.acquire();
        store.reset();
        QCOMPARE(visitor->rows.size(), std::size_t(1));
        QVERIFY(!visitor->ended);
    }

    void aJobCancelledBeforeItsTurnDoesNothing()
    {
        const auto store = opened();
        (void)resultOf(store->record(goodOutcome()));
        auto visitor = std::make_shared<CollectingVisitor>();
        QSemaphore met, goOn;
        visitor->onRow = [&] { met.release(), goOn.acquire(); };
        (void)store->visit(visitor);
        met.acquire();
        store->record(goodOutcome())->cancel();
        goOn.release();
        QCOMPARE(resultOf(store->checks({.pageSize = 1}))->total, 1);
    }
    void everyCallBeforeOpenEndsInStorage()
    {
        LocalRecord store{stillClock()};
        QCOMPARE(resultOf(store.record(goodOutcome())).error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(store.checks({.pageSize = 1})).error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(store.load(1)).error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(store.lastGood(receiptOf())).error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(store.visit(std::make_shared<CollectingVisitor>())).error().code, ErrorCode::Storage);
        QCOMPARE(resultOf(store.file().open({m_file, Secret::copyOf("short")})).error().code, ErrorCode::Invalid);
        QCOMPARE(resultOf(store.record(goodOutcome())).error().code, ErrorCode::Storage);
        QVERIFY(!QFile::exists(m_file));
    }
    void refusesWhatIsNotThere()
    {
        const auto store = opened();
        QCOMPARE(resultOf(store->load(7)).error().code, ErrorCode::Storage);
        CheckOutcome timeless = goodOutcome();
        timeless.checkedAt = {};
        QCOMPARE(resultOf(store->record(timeless)).error().code, ErrorCode::Invalid);
    }
    void jobsEndInOrderAndEvenWhenTheStoreDies()
    {
        std::vector<qint64> ids;
        {
            const auto store = opened();
            for (int i = 0; i < 50; ++i)
                store->record(goodOutcome())->onFinished(this, [&](const Result<CheckOutcome> &stored) {
                    ids.push_back(stored ? stored->id : -1);
                });
        }
        QCoreApplication::processEvents();
        QCOMPARE(ids.size(), std::size_t(50));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i], qint64(i) + 1);
        QCOMPARE(resultOf(opened()->checks({.pageSize = 1}))->total, 50);
    }
    void aJobThatNobodyHoldsAnyMoreDoesNoHarm()
    {
        const auto store = opened();
        delete store->record(goodOutcome());
        QCOMPARE(resultOf(store->checks({.pageSize = 1}))->total, 1);
    }
};

LINTERNA_TEST(TestLocalRecord)

} // namespace test_localrecord

#include "test_localrecord.moc"
