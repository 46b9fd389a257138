// SPDX-License-Identifier: GPL-3.0-or-later
// A file with a line for each case: which cases, in which order, and what stands there.
#include "lib/exchange/recordexport.h"

#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/database.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordgate.h"
#include "tests/support/strictcsv.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_caseexport {

using What = VisitScope::What;

namespace {

const QString eac = u"EAC0000000001"_s;
const QString wac = u"WAC0000000002"_s;
const QString src = u"SRC0000000003"_s;
const QString lin = u"LIN0000000004"_s;

constexpr auto approved = "Case Was Approved";
constexpr auto received = "Case Was Received";
constexpr auto evidence = "Request for Additional Evidence Was Sent";

//! Twelve o'clock of a day in November 2026.
QDateTime on(int day)
{
    return {QDate(2026, 11, day), QTime(12, 0), Qt::UTC};
}

QString cellOf(int day)
{
    return u"2026-11-%1T12:00:00Z"_s.arg(day, 2, 10, QChar(u'0'));
}

} // namespace

class TestCaseExport : public QObject
{
    Q_OBJECT
    using Cells = QMap<QString, QString>;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalRecord> m_store;

    void open(const QString &name = {})
    {
        m_store = std::make_unique<LocalRecord>(stillClock());
        const QString file = name.isEmpty() ? name : m_folder->filePath(name);
        QVERIFY(resultOf(m_store->file().open({file, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
        QVERIFY(resultOf(m_store->count({VisitScope()}))); // all of the record has been read in by then
    }
    qint64 record(const QString &receipt, const char *title, int day)
    {
        CaseStatus status = caseStatus(receiptOf(receipt));
        status.title.en = QString::fromLatin1(title);
        CheckOutcome outcome = goodOutcome(status);
        outcome.checkedAt = on(day);
        return resultOf(m_store->record(outcome))->id;
    }
    qint64 fail(const QString &receipt, ErrorCode code, int day)
    {
        CheckOutcome outcome = badOutcome({.code = code, .httpStatus = 503}, receiptOf(receipt));
        outcome.checkedAt = on(day);
        return resultOf(m_store->record(outcome))->id;
    }
    void edit(const QString &receipt, const CaseDetails &details)
    {
        QVERIFY(resultOf(m_store->editCase(receiptOf(receipt), details)));
    }
    qint64 idOf(const QString &receipt) { return resultOf(m_store->findCase(receiptOf(receipt)))->id; }
    [[nodiscard]] QString file(const QString &name = u"out.csv"_s) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray bytes(const QString &name = u"out.csv"_s) const { return test::bytesOf(file(name)); }
    //! The rows of an export by the names of its header.
    std::vector<Cells> exported(const VisitScope &scope = {.what = What::Cases})
    {
        const auto count = resultOf(exportRecord(*m_store, file(), {.scope = scope}));
        const auto rows = readStrictCsv(bytes());
        std::vector<Cells> named;
        for (std::size_t i = 1; count && rows && rows->size() == std::size_t(*count) + 1 && i < rows->size(); ++i) {
            named.emplace_back();
            for (qsizetype column = 0; column < rows->front().size(); ++column)
                named.back().insert(rows->front()[column], (*rows)[i].value(column, u"missing"_s));
        }
        return named;
    }
    QStringList receipts(const VisitScope &scope)
    {
        QStringList all;
        for (const Cells &cells : exported(scope))
            all << cells.value(u"receipt_number"_s);
        return all;
    }
    //! The cells of one case; empty where it does not have exactly one line.
    Cells caseOf(const QString &receipt)
    {
        Cells found;
        int lines = 0;
        for (const Cells &cells : exported()) {
            if (cells.value(u"receipt_number"_s) == receipt && ++lines == 1)
                found = cells;
        }
        return lines == 1 ? found : Cells();
    }

private slots:
    //! EAC was approved, and a failed check came after; WAC was approved and has moved on since; SRC never had an answer;
    //! of LIN there is only what the office wrote.
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        record(eac, received, 1);
        record(eac, approved, 2);
        record(wac, approved, 3);
        record(wac, evidence, 4);
        record(eac, approved, 5);
        fail(src, ErrorCode::NotRecognized, 6);
        fail(eac, ErrorCode::Closed, 7);
        fail(src, ErrorCode::Timeout, 8);
        edit(eac,
             {.client = u"García"_s, .note = u"Calls on Mondays"_s, .tags = {u"urgent"_s, u"2024"_s}, .onHold = true});
        edit(lin, {.client = u"Álvarez"_s, .note = u"=1+1"_s});
    }
    void cleanup() { m_store.reset(); }

    void aFailedLastCheckTakesNothingAway()
    {
        const Cells cells = caseOf(eac);
        QCOMPARE(cells.value(u"title_en"_s), QString::fromLatin1(approved));
        QCOMPARE(cells.value(u"category"_s), u"approved"_s);
        QCOMPARE(cells.value(u"form_type"_s), u"I-130"_s);
        QCOMPARE(cells.value(u"outcome"_s), u"ok"_s);
        QCOMPARE(cells.value(u"http_status"_s), u"200"_s);
        QCOMPARE(cells.value(u"timeline"_s),
                 u"2023-09-05: We approved your Form I-130. | 2023-08-01: We received it."_s);
        QCOMPARE(cells.value(u"checked_at"_s), cellOf(5));
        QCOMPARE(cells.value(u"last_checked_at"_s), cellOf(7));
        QCOMPARE(cells.value(u"last_outcome"_s), u"closed"_s);
        QCOMPARE(cells.value(u"changed_at"_s), cellOf(2));
        QCOMPARE(cells.value(u"client"_s), u"García"_s);
        QCOMPARE(cells.value(u"note"_s), u"Calls on Mondays"_s);
        QCOMPARE(cells.value(u"tags"_s), u"urgent | 2024"_s);
        QCOMPARE(cells.value(u"on_hold"_s), u"yes"_s);
    }
    void aGoodLastCheckIsWhatHappenedLast()
    {
        const Cells cells = caseOf(wac);
        QCOMPARE(cells.value(u"title_en"_s), QString::fromLatin1(evidence));
        QCOMPARE(cells.value(u"checked_at"_s), cellOf(4));
        QCOMPARE(cells.value(u"last_checked_at"_s), cellOf(4));
        QCOMPARE(cells.value(u"last_outcome"_s), u"ok"_s);
        QCOMPARE(cells.value(u"changed_at"_s), cellOf(4));
    }
    void whereThereNeverWasAnAnswerTheLastCheckSpeaks()
    {
        const Cells cells = caseOf(src);
        QCOMPARE(cells.value(u"outcome"_s), u"timeout"_s);
        QCOMPARE(cells.value(u"last_outcome"_s), u"timeout"_s);
        QCOMPARE(cells.value(u"checked_at"_s), cellOf(8));
        QCOMPARE(cells.value(u"last_checked_at"_s), cellOf(8));
        QCOMPARE(cells.value(u"http_status"_s), u"503"_s);
        QCOMPARE(cells.value(u"title_en"_s) + cells.value(u"category"_s) + cells.value(u"changed_at"_s), QString());
    }
    void aCaseWithoutAnyCheckSaysWhatIsKnown()
    {
        Cells cells = caseOf(lin);
        QCOMPARE(cells.take(u"receipt_number"_s), lin);
        QCOMPARE(cells.take(u"client"_s), u"Álvarez"_s);
        QCOMPARE(cells.take(u"note"_s), u"'=1+1"_s);
        QCOMPARE(cells.take(u"on_hold"_s), u"no"_s);
        for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell)
            QVERIFY2(cell.value().isEmpty(), qPrintable(cell.key()));
        QCOMPARE(resultOf(exportRecord(*m_store, file(),
                                       {.format = ExportOptions::Format::JsonLines,
                                        .scope = {.what = What::Cases, .ids = {idOf(lin)}}}))
                     .value(),
                 1);
        const QJsonObject json = QJsonDocument::fromJson(bytes()).object();
        QCOMPARE(json.value(u"receipt_number"_s).toString(), lin);
        for (const QString &none : {u"checked_at"_s, u"outcome"_s, u"http_status"_s, u"last_checked_at"_s,
                                    u"last_outcome"_s, u"changed_at"_s})
            QVERIFY2(json.contains(none) && json.value(none).isNull(), qPrintable(none));
    }
    //! As the list: "Approved" are the cases that are, not those that ever were.
    void theFilterIsThatOfTheList_data()
    {
        QTest::addColumn<RecordFilter>("filter");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("none") << RecordFilter() << QStringList{src, eac, wac, lin};
        QTest::newRow("category") << RecordFilter{.categories = {StatusCategory::Approved}} << QStringList{eac};
        QTest::newRow("failed") << RecordFilter{.failed = true} << QStringList{src, eac};
        QTest::newRow("changed") << RecordFilter{.changedSince = SinceDay{.date = {2026, 11, 3}}} << QStringList{wac};
        QTest::newRow("never confirmed") << RecordFilter{.notConfirmedForDays = 1'000'000} << QStringList{src, lin};
        QTest::newRow("text") << RecordFilter{.text = u"evidence"_s} << QStringList{wac};
        QTest::newRow("client") << RecordFilter{.text = u"alvarez"_s} << QStringList{lin};
        QTest::newRow("nothing") << RecordFilter{.text = u"zebra"_s} << QStringList();
    }
    void theFilterIsThatOfTheList()
    {
        QFETCH(RecordFilter, filter);
        QTEST(receipts({.what = What::Cases, .criteria = {.filter = filter}}), "found");
        QStringList listed;
        const auto page = resultOf(m_store->cases({.criteria = {.filter = filter}}));
        for (const CaseRow &row : page->rows)
            listed << row.receipt->toString();
        QTEST(listed, "found");
    }
    void inTheOrderOfTheList_data()
    {
        QTest::addColumn<ListSort>("sort");
        QTest::addColumn<bool>("reversed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("newest") << ListSort::Newest << false << QStringList{src, eac, wac, lin};
        QTest::newRow("oldest") << ListSort::Newest << true << QStringList{wac, eac, src, lin};
        QTest::newRow("receipt") << ListSort::Receipt << false << QStringList{eac, lin, src, wac};
        QTest::newRow("client") << ListSort::Client << false << QStringList{lin, eac, src, wac};
        QTest::newRow("confirmed") << ListSort::Confirmed << false << QStringList{eac, wac, src, lin};
        QTest::newRow("changed") << ListSort::Changed << false << QStringList{wac, eac, src, lin};
    }
    void inTheOrderOfTheList()
    {
        QFETCH(ListSort, sort);
        QFETCH(bool, reversed);
        QTEST(receipts({.what = What::Cases, .criteria = {.sort = sort, .reversed = reversed}}), "found");
    }
    void onlyThoseThatAreNamed()
    {
        QCOMPARE(receipts({.what = What::Cases, .ids = {idOf(lin), idOf(wac)}}), (QStringList{wac, lin}));
        QCOMPARE(
            receipts({.what = What::Cases, .criteria = {.filter = {.failed = true}}, .ids = {idOf(lin), idOf(eac)}}),
            QStringList{eac});
        QCOMPARE(receipts({.what = What::Cases, .ids = {999'999}}), QStringList());
    }
    void everyCheckOfTheCases()
    {
        QCOMPARE(
            receipts({.what = What::ChecksOfCases, .criteria = {.filter = {.categories = {StatusCategory::Approved}}}}),
            (QStringList{eac, eac, eac, eac}));
        const auto rows = exported({.what = What::ChecksOfCases, .ids = {idOf(wac), idOf(src), idOf(lin)}});
        QStringList seen;
        for (const Cells &cells : rows)
            seen << cells.value(u"receipt_number"_s) + u' ' + cells.value(u"checked_at"_s);
        QCOMPARE(seen,
                 (QStringList{wac + u' ' + cellOf(3), wac + u' ' + cellOf(4), src + u' ' + cellOf(6),
                              src + u' ' + cellOf(8)}));
        QVERIFY(!rows[0].contains(u"last_outcome"_s));
    }
    void countsWhatWouldBeWritten()
    {
        const RecordFilter failed{.failed = true};
        const auto counts = resultOf(m_store->count({{},
                                                     {.criteria = {.filter = failed}},
                                                     {.what = What::Cases},
                                                     {.what = What::Cases, .criteria = {.filter = failed}},
                                                     {.what = What::ChecksOfCases, .criteria = {.filter = failed}},
                                                     {.what = What::ChecksOfCases, .ids = {idOf(lin)}}}));
        QCOMPARE(counts.value(), (std::vector<qint64>{8, 3, 4, 2, 6, 0}));
        LocalRecord closed{stillClock()};
        QCOMPARE(resultOf(closed.count({{}})).error().code, ErrorCode::Storage);
    }
    //! The numbers in the dialog must not be those of a record that is half read in.
    void countsOnlyWhenAllIsReadIn()
    {
        open(u"history.db"_s);
        for (int i = 0; i < 50; ++i)
            record(eac, received, 1);
        open(u"history.db"_s);
        QCOMPARE(resultOf(m_store->count({{}, {.what = What::Cases}})).value(), (std::vector<qint64>{50, 1}));
    }
    void deletedCasesAreNotThere()
    {
        const auto removed = resultOf(m_store->deleteCases({receiptOf(eac)}));
        QCOMPARE(receipts({.what = What::Cases}), (QStringList{src, wac, lin}));
        QVERIFY(
            receipts({.what = What::ChecksOfCases, .criteria = {.filter = {.categories = {StatusCategory::Approved}}}})
                .isEmpty());
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)));
        QCOMPARE(receipts({.what = What::Cases}), (QStringList{src, eac, wac, lin}));
    }
    //! What is old may go; what is left of the case speaks.
    void whatRetentionLeavesSpeaks()
    {
        edit(eac, {});
        QVERIFY(resultOf(m_store->deleteChecksBefore(on(7))));
        const Cells cells = caseOf(eac);
        QCOMPARE(cells.value(u"outcome"_s), u"closed"_s);
        QCOMPARE(cells.value(u"checked_at"_s), cellOf(7));
        QCOMPARE(cells.value(u"title_en"_s) + cells.value(u"changed_at"_s), QString());
    }
    //! More than are read at once; one of those that come later is deleted in between.
    void manyCasesComeOnceEach()
    {
        constexpr int many = 450;
        QSemaphore met;
        QSemaphore goOn;
        const auto number = [](int i) { return u"MSC%1"_s.arg(i, 10, 10, QChar(u'0')); };
        for (int i = 0; i < many; ++i)
            record(number(i), i % 2 == 0 ? approved : received, 10);
        const auto visitor = std::make_shared<CollectingVisitor>();
        visitor->onRow = [&] {
            if (visitor->rows.size() == 1)
                met.release(), goOn.acquire();
        };
        JobOf<qint64> *visit = m_store->visit(visitor, {.what = What::Cases, .ids = {}});
        met.acquire();
        auto *removal = m_store->deleteCases({receiptOf(number(7))});
        goOn.release();
        QVERIFY(resultOf(removal));
        QCOMPARE(resultOf(visit).value(), many + 4);
        QStringList seen;
        for (const CheckRow &row : visitor->rows)
            seen << row.receipt->toString();
        QStringList expected;
        for (int i = many - 1; i >= 0; --i)
            expected << (i == 7 ? QStringList() : QStringList{number(i)});
        expected << src << eac << wac << lin;
        QCOMPARE(seen, expected);
        QCOMPARE(visitor->rows[0].title.en, QString::fromLatin1(received));
        QCOMPARE(visitor->rows[1].title.en, QString::fromLatin1(approved));
    }
    void aCancelledVisitStopsBetweenCases()
    {
        const auto visitor = std::make_shared<CollectingVisitor>();
        QSemaphore met;
        QSemaphore goOn;
        visitor->onRow = [&] { met.release(), goOn.acquire(); };
        auto *visit = m_store->visit(visitor, {.what = What::Cases});
        met.acquire();
        visit->cancel();
        goOn.release(10);
        (void)resultOf(m_store->cases({.pageSize = 1}));
        QCOMPARE(visitor->rows.size(), std::size_t(1));
        QVERIFY(!visitor->ended);
    }
    void cancellingKeepsTheOldFile()
    {
        QVERIFY(!exported().empty());
        const QByteArray before = bytes();
        record(eac, received, 9);
        const auto gate = std::make_shared<RecordGate>();
        (void)m_store->visit(gate);
        JobOf<qint64> *job = exportRecord(*m_store, file(), {.scope = {.what = What::Cases}});
        job->cancel();
        gate->open.release();
        QCOMPARE(resultOf(job).error().code, ErrorCode::Cancelled);
        QVERIFY(resultOf(m_store->cases({.pageSize = 1}))); // whatever went on has ended
        QCOMPARE(bytes(), before);
    }
    //! An answer that cannot be read is said to be so, and the case is still known.
    void fault51_whatCannotBeReadIsSaid()
    {
        open(u"history.db"_s);
        record(eac, approved, 1);
        fail(eac, ErrorCode::Closed, 2);
        record(wac, approved, 3);
        record(lin, approved, 4);
        fail(lin, ErrorCode::Closed, 5);
        const auto database = Database::open(m_folder->filePath(u"history.db"_s), Database::Access::Write);
        QVERIFY(!(*database)->execute(u"UPDATE events SET sealed = zeroblob(99) WHERE id IN (SELECT event FROM checks"
                                      " WHERE id IN (1, 3, 5))"_s));
        const Cells good = caseOf(eac);
        QCOMPARE(good.value(u"outcome"_s), u"unreadable"_s);
        QCOMPARE(good.value(u"checked_at"_s), cellOf(1));
        QCOMPARE(good.value(u"last_outcome"_s), u"closed"_s);
        QCOMPARE(good.value(u"last_checked_at"_s), cellOf(2));
        const Cells last = caseOf(wac);
        QCOMPARE(last.value(u"outcome"_s) + last.value(u"last_outcome"_s), u"unreadableunreadable"_s);
        QCOMPARE(last.value(u"title_en"_s), QString());
        const Cells failed = caseOf(lin);
        QCOMPARE(failed.value(u"outcome"_s) + failed.value(u"last_outcome"_s), u"okunreadable"_s);
        QCOMPARE(failed.value(u"last_checked_at"_s), cellOf(5));
    }
    //! The list needs less of a check than a file does: both columns go by the whole of it.
    void fault51_anAnswerWithoutItsTextIsNone()
    {
        open(u"history.db"_s);
        record(eac, approved, 1);
        const auto database = Database::open(m_folder->filePath(u"history.db"_s), Database::Access::Write);
        QVERIFY(!(*database)->execute(u"UPDATE answers SET sealed = zeroblob(64)"_s));
        const Cells cells = caseOf(eac);
        QCOMPARE(cells.value(u"outcome"_s) + cells.value(u"last_outcome"_s), u"unreadableunreadable"_s);
        QCOMPARE(cells.value(u"title_en"_s), QString());
    }
    void aCompleteFileIsOfChecksAlone()
    {
        const ExportOptions options{.kind = ExportOptions::Kind::Complete, .scope = {.what = What::Cases}};
        QCOMPARE(resultOf(exportRecord(*m_store, file(), options)).value(), 4);
        QVERIFY(bytes().contains(",last_checked_at,last_outcome,changed_at\r\n"));
    }
};

LINTERNA_TEST(TestCaseExport)

} // namespace test_caseexport

#include "test_caseexport.moc"
