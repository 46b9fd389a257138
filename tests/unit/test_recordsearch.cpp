// SPDX-License-Identifier: GPL-3.0-or-later
// Finding: filters, order, pages.
#include "lib/localrecord/localrecord.h"

#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordsearch {

using From = ListQuery::From;

namespace {

CaseStatus saying(const QString &receipt, const QString &form, const BilingualText &title, const BilingualText &text)
{
    CaseStatus status = caseStatus(receiptOf(receipt));
    status.formType = form;
    status.title = title;
    status.description = text;
    return status;
}

QDateTime on(const QDate &day, int hour = 12)
{
    return {day, QTime(hour, 0), Qt::UTC};
}

} // namespace

class TestRecordSearch : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<LocalRecord> m_store;

    void record(const CaseStatus &status, const QDateTime &at)
    {
        CheckOutcome outcome = goodOutcome(status);
        outcome.checkedAt = at;
        QVERIFY(resultOf(m_store->record(outcome)));
    }
    void fail(const QString &receipt, const QDateTime &at, ErrorCode code = ErrorCode::Timeout)
    {
        CheckOutcome outcome = badOutcome({.code = code}, receiptOf(receipt));
        outcome.checkedAt = at;
        QVERIFY(resultOf(m_store->record(outcome)));
    }
    std::vector<qint64> checks(const ListQuery &query)
    {
        const auto page = resultOf(m_store->checks(query));
        std::vector<qint64> ids;
        for (const CheckRow &row : page->rows)
            ids.push_back(row.id);
        return ids;
    }
    QStringList cases(const ListQuery &query)
    {
        const auto page = resultOf(m_store->cases(query));
        QStringList receipts;
        for (const CaseRow &row : page->rows)
            receipts << row.receipt->toString();
        return receipts;
    }
    //! Closes the record and reads it in again: what is found must not depend on when it came.
    void reopen()
    {
        m_store = std::make_unique<LocalRecord>(stillClock());
        QSignalSpy read(m_store.get(), &LocalRecord::recordRead);
        const QString file = m_folder.filePath(u"history.db"_s);
        QVERIFY(resultOf(m_store->file().open({file, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
        QVERIFY(resultOf(m_store->count({VisitScope()}))); // all of the record has been read in by then
        QTRY_COMPARE(read.size(), 1);
    }

private slots:
    //! Checks 1 to 7: EAC (received, then approved), WAC (request for evidence, then a failure), LIN (received long ago,
    //! then nothing new), SRC (never an answer).
    void initTestCase()
    {
        reopen();
        const BilingualText received{u"Case Was Received"_s, u"Caso Fue Recibido"_s};
        const QString en =
            u"On %1, we received your Form I-130, Receipt Number %2. Go to <a href=\"https://www.uscis.gov/x\">us</a>."_s;
        const QString es = u"El %1, recibimos su Formulario I-130, Número de Recibo %2."_s;
        record(saying(u"LIN0000000003"_s, u"I-90"_s, received,
                      {en.arg(u"March 4, 2024"_s, u"LIN0000000003"_s),
                       es.arg(u"04 de marzo de 2024"_s, u"LIN0000000003"_s)}),
               on({2024, 3, 4}));
        record(saying(u"EAC0000000001"_s, u"I-130"_s, received,
                      {en.arg(u"September 5, 2026"_s, u"EAC0000000001"_s),
                       es.arg(u"05 de septiembre de 2026"_s, u"EAC0000000001"_s)}),
               on({2026, 9, 5}));
        record(saying(u"WAC0000000002"_s, u"I-765"_s,
                      {u"Request for Additional Evidence Was Sent"_s, u"Se Envió Una Petición De Evidencia"_s},
                      {u"We need your fingerprints."_s, u"Necesitamos sus huellas."_s}),
               on({2026, 10, 1}));
        record(saying(u"EAC0000000001"_s, u"I-130"_s, {u"Case Was Approved"_s, u"El Caso Fue Aprobado"_s},
                      {u"We approved it."_s, u"Lo aprobamos."_s}),
               on({2026, 11, 1}));
        fail(u"WAC0000000002"_s, on({2026, 11, 2}));
        record(saying(u"LIN0000000003"_s, u"I-90"_s, received,
                      {en.arg(u"March 4, 2024"_s, u"LIN0000000003"_s),
                       es.arg(u"04 de marzo de 2024"_s, u"LIN0000000003"_s)}),
               on({2026, 11, 3}));
        fail(u"SRC0000000004"_s, on({2026, 11, 4}), ErrorCode::NotRecognized);
        QVERIFY(resultOf(
            m_store->editCase(receiptOf(u"EAC0000000001"), {.client = u"García, María"_s, .tags = {u"urgent"_s}})));
        QVERIFY(resultOf(
            m_store->editCase(receiptOf(u"WAC0000000002"), {.client = u"Álvarez"_s, .note = u"Calls on Mondays"_s})));
    }
    void cleanupTestCase() { m_store.reset(); }

    void listsTheNewestFirst()
    {
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(checks({}), (std::vector<qint64>{7, 6, 5, 4, 3, 2, 1}));
            QCOMPARE(cases({}),
                     (QStringList{u"SRC0000000004"_s, u"LIN0000000003"_s, u"WAC0000000002"_s, u"EAC0000000001"_s}));
            reopen();
        }
    }
    void aCaseTellsWhatIsKnown()
    {
        const auto page = resultOf(m_store->cases({}));
        QCOMPARE(page->total, 4);
        QVERIFY(page->complete);
        const CaseRow &failed = page->rows[2];
        QCOMPARE(failed.details.client, u"Álvarez"_s);
        QCOMPARE(failed.error, ErrorCode::Timeout);
        QCOMPARE(failed.checkedAt, on({2026, 11, 2}));
        QCOMPARE(failed.confirmedAt, on({2026, 10, 1}));
        QCOMPARE(failed.category, StatusCategory::ActionNeeded);
        QCOMPARE(failed.formType, u"I-765"_s);
        QVERIFY(!failed.changedAt);
        const CaseRow &approved = page->rows[3];
        QCOMPARE(approved.changedAt, on({2026, 11, 1}));
        QCOMPARE(approved.change, Change::Status);
        QCOMPARE(approved.lastCheck, 4);
        QVERIFY(!page->rows[0].confirmedAt);
        QCOMPARE(page->rows[0].error, ErrorCode::NotRecognized);
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<qint64>>("found");
        QTest::newRow("a part of a receipt number") << u"c00000"_s << std::vector<qint64>{7, 5, 4, 3, 2};
        QTest::newRow("as a notice prints it") << u"EAC-00-000-00001"_s << std::vector<qint64>{4, 2};
        QTest::newRow("client, without the accent") << u"garcia"_s << std::vector<qint64>{4, 2};
        QTest::newRow("note") << u"mondays"_s << std::vector<qint64>{5, 3};
        QTest::newRow("title") << u"approved"_s << std::vector<qint64>{4};
        QTest::newRow("Spanish title") << u"PETICION"_s << std::vector<qint64>{3};
        QTest::newRow("text") << u"fingerprint"_s << std::vector<qint64>{3};
        QTest::newRow("Spanish text") << u"número"_s << std::vector<qint64>{6, 2, 1};
        QTest::newRow("a month in a text") << u"septem"_s << std::vector<qint64>{2};
        QTest::newRow("a month in a Spanish text") << u"marzo"_s << std::vector<qint64>{6, 1};
        QTest::newRow("a year in a text") << u"2024"_s << std::vector<qint64>{6, 1};
        QTest::newRow("over the edge of a number") << u"i-13"_s << std::vector<qint64>{6, 2, 1};
        QTest::newRow("over several numbers") << u"\"september 5, 2026, we\""_s << std::vector<qint64>{2};
        QTest::newRow("words that no text holds together") << u"\"september 4, 2026\""_s << std::vector<qint64>{};
        QTest::newRow("all words, wherever") << u"garcía approved"_s << std::vector<qint64>{4};
        QTest::newRow("not what stands in a tag") << u"href"_s << std::vector<qint64>{};
        QTest::newRow("nothing") << u"zebra"_s << std::vector<qint64>{};
    }
    void findsWords()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<qint64>, found);
        const auto page = resultOf(m_store->checks({.criteria = {.filter = {.text = text}}}));
        QCOMPARE(checks({.criteria = {.filter = {.text = text}}}), found);
        QCOMPARE(page->total, qint64(found.size()));
    }
    void casesAreFoundByTheirLastGoodAnswer()
    {
        QCOMPARE(cases({.criteria = {.filter = {.text = u"approved"_s}}}), QStringList{u"EAC0000000001"_s});
        QCOMPARE(cases({.criteria = {.filter = {.text = u"received"_s}}}), QStringList{u"LIN0000000003"_s});
        QCOMPARE(cases({.criteria = {.filter = {.text = u"fingerprints"_s}}}), QStringList{u"WAC0000000002"_s});
    }

    void filters_data()
    {
        QTest::addColumn<RecordFilter>("filter");
        QTest::addColumn<std::vector<qint64>>("checksFound");
        QTest::addColumn<QStringList>("casesFound");
        using Ids = std::vector<qint64>;
        const QString eac = u"EAC0000000001"_s, wac = u"WAC0000000002"_s, lin = u"LIN0000000003"_s,
                      src = u"SRC0000000004"_s;
        QTest::newRow("category") << RecordFilter{.categories = {StatusCategory::Approved,
                                                                 StatusCategory::ActionNeeded}}
                                  << Ids{4, 3} << QStringList{wac, eac};
        QTest::newRow("form") << RecordFilter{.formTypes = {u"I-90"_s}} << Ids{6, 1} << QStringList{lin};
        QTest::newRow("tag") << RecordFilter{.tags = {u"urgent"_s}} << Ids{4, 2} << QStringList{eac};
        QTest::newRow("failed") << RecordFilter{.failed = true} << Ids{7, 5} << QStringList{src, wac};
        QTest::newRow("changed since") << RecordFilter{.changedSince = SinceDay{.date = {2026, 11, 1}}} << Ids{4}
                                       << QStringList{eac};
        QTest::newRow("changed since a day too late")
            << RecordFilter{.changedSince = SinceDay{.date = {2026, 11, 2}}} << Ids{} << QStringList{};
        QTest::newRow("dates") << RecordFilter{.from = {2026, 10, 1}, .to = {2026, 11, 2}} << Ids{5, 4, 3}
                               << QStringList{wac, eac};
        QTest::newRow("from") << RecordFilter{.from = {2026, 11, 3}} << Ids{7, 6} << QStringList{src, lin};
        QTest::newRow("never confirmed") << RecordFilter{.notConfirmedForDays = 1'000'000} << Ids{7}
                                         << QStringList{src};
        QTest::newRow("together") << RecordFilter{.text = u"alvarez"_s, .failed = true, .from = {2026, 11, 1}} << Ids{5}
                                  << QStringList{wac};
        QTest::newRow("together, and nothing left")
            << RecordFilter{.categories = {StatusCategory::Approved}, .formTypes = {u"I-90"_s}} << Ids{}
            << QStringList{};
    }
    void filters()
    {
        QFETCH(RecordFilter, filter);
        QTEST(checks({.criteria = {.filter = filter}}), "checksFound");
        QTEST(cases({.criteria = {.filter = filter}}), "casesFound");
    }

    void sorts_data()
    {
        QTest::addColumn<ListSort>("sort");
        QTest::addColumn<bool>("reversed");
        QTest::addColumn<std::vector<qint64>>("checksFound");
        QTest::addColumn<QStringList>("casesFound");
        using Ids = std::vector<qint64>;
        const QString eac = u"EAC0000000001"_s, wac = u"WAC0000000002"_s, lin = u"LIN0000000003"_s,
                      src = u"SRC0000000004"_s;
        QTest::newRow("oldest") << ListSort::Newest << true << Ids{1, 2, 3, 4, 5, 6, 7}
                                << QStringList{eac, wac, lin, src};
        QTest::newRow("receipt") << ListSort::Receipt << false << Ids{4, 2, 6, 1, 7, 5, 3}
                                 << QStringList{eac, lin, src, wac};
        QTest::newRow("receipt, the other way")
            << ListSort::Receipt << true << Ids{5, 3, 7, 6, 1, 4, 2} << QStringList{wac, src, lin, eac};
        QTest::newRow("client") << ListSort::Client << false << Ids{5, 3, 4, 2, 7, 6, 1}
                                << QStringList{wac, eac, src, lin};
        QTest::newRow("client, the other way")
            << ListSort::Client << true << Ids{4, 2, 5, 3, 7, 6, 1} << QStringList{eac, wac, src, lin};
        QTest::newRow("form") << ListSort::FormType << false << Ids{4, 2, 3, 6, 1, 7, 5}
                              << QStringList{eac, wac, lin, src};
        QTest::newRow("category") << ListSort::Category << false << Ids{6, 2, 1, 3, 4, 7, 5}
                                  << QStringList{lin, wac, eac, src};
        QTest::newRow("confirmed") << ListSort::Confirmed << false << Ids{7, 6, 5, 4, 3, 2, 1}
                                   << QStringList{lin, eac, wac, src};
        QTest::newRow("confirmed, the other way")
            << ListSort::Confirmed << true << Ids{1, 2, 3, 4, 5, 6, 7} << QStringList{wac, eac, lin, src};
        QTest::newRow("changed") << ListSort::Changed << false << Ids{4, 6, 3, 2, 1, 7, 5}
                                 << QStringList{eac, src, lin, wac};
    }
    void sorts()
    {
        QFETCH(ListSort, sort);
        QFETCH(bool, reversed);
        QTEST(checks({.criteria = {.sort = sort, .reversed = reversed}}), "checksFound");
        QTEST(cases({.criteria = {.sort = sort, .reversed = reversed}}), "casesFound");
    }

    void turnsPages_data()
    {
        QTest::addColumn<ListQuery>("query");
        QTest::addColumn<std::vector<qint64>>("found");
        QTest::addColumn<qint64>("offset");
        using Ids = std::vector<qint64>;
        QTest::newRow("start") << ListQuery{.pageSize = 3} << Ids{7, 6, 5} << qint64(0);
        QTest::newRow("below") << ListQuery{.from = From::Below, .id = 5, .pageSize = 3} << Ids{4, 3, 2} << qint64(3);
        QTest::newRow("below the last") << ListQuery{.from = From::Below, .id = 1, .pageSize = 3} << Ids{} << qint64(7);
        QTest::newRow("above") << ListQuery{.from = From::Above, .id = 3, .pageSize = 3} << Ids{6, 5, 4} << qint64(1);
        QTest::newRow("above, with less left")
            << ListQuery{.from = From::Above, .id = 6, .pageSize = 3} << Ids{7} << qint64(0);
        QTest::newRow("only the first rows") << ListQuery{.pageSize = 3, .limit = 2} << Ids{7, 6} << qint64(0);
        QTest::newRow("the first rows of the page above")
            << ListQuery{.from = From::Above, .id = 3, .pageSize = 3, .limit = 2} << Ids{6, 5} << qint64(1);
        QTest::newRow("below one that does not match")
            << ListQuery{.criteria = {.filter = {.failed = true}}, .from = From::Below, .id = 6, .pageSize = 3}
            << Ids{5} << qint64(1);
        QTest::newRow("below in another order")
            << ListQuery{.criteria = {.sort = ListSort::Receipt}, .from = From::Below, .id = 6, .pageSize = 3}
            << Ids{1, 7, 5} << qint64(3);
        QTest::newRow("date") << ListQuery{.from = From::Date, .date = {2026, 11, 2}, .pageSize = 2} << Ids{5, 4}
                              << qint64(2);
        QTest::newRow("a date without checks")
            << ListQuery{.from = From::Date, .date = {2026, 10, 31}, .pageSize = 2} << Ids{3, 2} << qint64(4);
        QTest::newRow("a date before all")
            << ListQuery{.from = From::Date, .date = {2020, 1, 1}, .pageSize = 2} << Ids{} << qint64(7);
        QTest::newRow("date, oldest first")
            << ListQuery{.criteria = {.reversed = true}, .from = From::Date, .date = {2026, 11, 2}, .pageSize = 2}
            << Ids{5, 6} << qint64(4);
    }
    void turnsPages()
    {
        QFETCH(ListQuery, query);
        QFETCH(std::vector<qint64>, found);
        QFETCH(qint64, offset);
        QCOMPARE(checks(query), found);
        QCOMPARE(resultOf(m_store->checks(query))->offset, offset);
    }
    //! A part at a time is the same as all at once, whether the record has been read in or not.
    void aPageComesInParts()
    {
        for (const int pageSize : {5, 100}) {
            const std::vector<qint64> checks = this->checks({.pageSize = pageSize});
            std::vector<qint64> cases;
            std::ranges::transform(resultOf(m_store->cases({.pageSize = pageSize}))->rows, std::back_inserter(cases),
                                   &CaseRow::id);
            for (const bool readIn : {true, false}) {
                LocalRecord another{stillClock()};
                LocalRecord &store = readIn ? *m_store : another;
                if (!readIn) // what is asked for before anything is waited for comes before the first slice
                    (void)another.file().open(
                        {m_folder.filePath(u"history.db"_s), Secret::copyOf("0123456789abcdef0123456789abcdef")});
                std::vector<qint64> joinedChecks;
                std::vector<qint64> joinedCases;
                for (int offset = 0; offset < 10; offset += 2) {
                    store.checks({.pageSize = pageSize, .limit = 2, .offset = offset})
                        ->onFinished(this, [&](const auto &page) {
                            QVERIFY(page->complete && page->offset == 0 && page->rows.size() <= 2);
                            std::ranges::transform(page->rows, std::back_inserter(joinedChecks), &CheckRow::id);
                        });
                    store.cases({.pageSize = pageSize, .limit = 2, .offset = offset})
                        ->onFinished(this, [&](const auto &page) {
                            std::ranges::transform(page->rows, std::back_inserter(joinedCases), &CaseRow::id);
                        });
                }
                (void)resultOf(store.savedFilters());
                QCOMPARE(joinedChecks, checks);
                QCOMPARE(joinedCases, cases);
            }
        }
    }
    void partsOfOneVersionFitTogether()
    {
        const qint64 version = resultOf(m_store->checks({}))->version;
        QCOMPARE(resultOf(m_store->cases({.criteria = {.sort = ListSort::Client}}))->version, version);
        QVERIFY(resultOf(m_store->editCase(receiptOf(), {.client = u"Someone"_s})));
        const qint64 edited = resultOf(m_store->checks({}))->version;
        QVERIFY(edited != version);
        QVERIFY(resultOf(m_store->record(goodOutcome())));
        const qint64 recorded = resultOf(m_store->checks({}))->version;
        QVERIFY(recorded != edited);
        QVERIFY(resultOf(m_store->deleteCases({receiptOf()})));
        QVERIFY(resultOf(m_store->checks({}))->version != recorded);
    }
    void tellsHowLongThePageIs()
    {
        QCOMPARE(resultOf(m_store->checks({.pageSize = 3, .limit = 2}))->pageSize, 3);
        QCOMPARE(resultOf(m_store->checks({.from = From::Above, .id = 6, .pageSize = 3, .limit = 5}))->pageSize, 1);
        QCOMPARE(resultOf(m_store->cases({.pageSize = 100, .limit = 2}))->pageSize, 4);
        QCOMPARE(resultOf(m_store->cases({.pageSize = 100, .limit = 2}))->rows.size(), std::size_t(2));
    }
    //! Letter by letter, as it is typed: what was found for the shorter word must hide nothing of the longer one.
    void findsTheSameWhetherTypedOrPasted()
    {
        for (const QString &typed : {u"c00000"_s, u"EAC-00-000-00001"_s, u"-00"_s, u"fingerprint"_s,
                                     u"número de recibo"_s, u"\"march 4, 2024\""_s, u"garcía approved"_s}) {
            std::vector<qint64> found;
            for (qsizetype length = 1; length <= typed.size(); ++length)
                found = checks({.criteria = {.filter = {.text = typed.first(length)}}});
            reopen();
            QCOMPARE(checks({.criteria = {.filter = {.text = typed}}}), found);
            QVERIFY2(!found.empty(), qPrintable(typed));
        }
    }
    void turnsPagesOfCases()
    {
        const auto first = resultOf(m_store->cases({.pageSize = 2}));
        const ListQuery below{.from = From::Below, .id = first->rows[1].id, .pageSize = 2};
        QCOMPARE(cases(below), (QStringList{u"WAC0000000002"_s, u"EAC0000000001"_s}));
        const auto second = resultOf(m_store->cases(below));
        QCOMPARE(second->offset, 2);
        QCOMPARE(cases({.from = From::Above, .id = second->rows[0].id, .pageSize = 2}),
                 (QStringList{u"SRC0000000004"_s, u"LIN0000000003"_s}));
        QCOMPARE(cases({.from = From::Date, .date = {2026, 11, 2}, .pageSize = 2}),
                 (QStringList{u"WAC0000000002"_s, u"EAC0000000001"_s}));
    }

    void offersWhatThereIs()
    {
        const auto choices = resultOf(m_store->filterChoices());
        QCOMPARE(choices->formTypes, (QStringList{u"I-130"_s, u"I-765"_s, u"I-90"_s}));
        QCOMPARE(choices->tags, QStringList{u"urgent"_s});
    }
    void keepsFilters()
    {
        const SavedFilter all{u"García's"_s,
                              {.text = u"García"_s,
                               .categories = {StatusCategory::Approved},
                               .formTypes = {u"I-130"_s, u""_s},
                               .tags = {u"urgent"_s},
                               .failed = true,
                               .changedSince = SinceDay{.daysAgo = 7},
                               .notConfirmedForDays = 30,
                               .from = {2026, 1, 2},
                               .to = {2026, 3, 4}}};
        const SavedFilter other{u"since"_s, {.changedSince = SinceDay{.date = {2026, 5, 6}}}};
        QVERIFY(resultOf(m_store->saveFilters({all, other})));
        reopen();
        QCOMPARE(resultOf(m_store->savedFilters()).value(), (std::vector<SavedFilter>{all, other}));
        QVERIFY(resultOf(m_store->saveFilters({other})));
        QCOMPARE(resultOf(m_store->savedFilters()).value(), (std::vector<SavedFilter>{other}));
    }
    //! Another program on the same file: what is shown follows it.
    void seesWhatAnotherProgramRecords()
    {
        {
            LocalRecord other{stillClock()};
            const QString file = m_folder.filePath(u"history.db"_s);
            QVERIFY(resultOf(other.file().open({file, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
            CheckOutcome outcome = badOutcome({.code = ErrorCode::Offline}, receiptOf(u"MSC0000000009"));
            outcome.checkedAt = on({2026, 11, 5});
            QVERIFY(resultOf(other.record(outcome)));
            QVERIFY(resultOf(other.editCase(receiptOf(u"MSC0000000009"), {.client = u"Okafor"_s})));
        }
        QCOMPARE(cases({}).size(), 5);
        QTRY_COMPARE(cases({.criteria = {.filter = {.text = u"okafor"_s}}}), QStringList{u"MSC0000000009"_s});
    }
};

LINTERNA_TEST(TestRecordSearch)

} // namespace test_recordsearch

#include "test_recordsearch.moc"
