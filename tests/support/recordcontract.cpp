// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordcontract.h"

#include "tests/support/collectingvisitor.h"
#include "tests/support/countedchecks.h"
#include "tests/support/jobresult.h"
#include "tests/support/oddchecks.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const ReceiptNumber &receiptA()
{
    static const ReceiptNumber receipt = receiptOf(u"EAC9999103402");
    return receipt;
}

const ReceiptNumber &receiptB()
{
    static const ReceiptNumber receipt = receiptOf(u"LIN9999106501");
    return receipt;
}

const ReceiptNumber &receiptC()
{
    static const ReceiptNumber receipt = receiptOf(u"SRC9999102777");
    return receipt;
}

//! "A", "B" or "C".
QString nameOf(const std::optional<ReceiptNumber> &receipt)
{
    return !receipt ? u"?"_s : *receipt == receiptA() ? u"A"_s : *receipt == receiptB() ? u"B"_s : u"C"_s;
}

//! Noon in the computer's own time zone, which filters and pages by date go by.
QDateTime noonOf(int day)
{
    return QDateTime(QDate(2026, 11, day), QTime(12, 0)).toUTC();
}

constexpr auto approved = "Case Was Approved";
constexpr auto received = "Case Was Received";
constexpr auto mailed = "Card Was Mailed To Me";

} // namespace

void RecordContract::init()
{
    m_record = make();
    QVERIFY(m_record);
}

void RecordContract::cleanup()
{
    m_record.reset();
}

qint64 RecordContract::addGood(const ReceiptNumber &receipt, const QString &title, int day)
{
    CaseStatus status = caseStatus(receipt);
    status.title = {title, u"es: "_s + title};
    status.formType = receipt == receiptB() ? u"I-765"_s : u"I-130"_s;
    CheckOutcome outcome = goodOutcome(status);
    outcome.checkedAt = noonOf(day);
    const auto stored = resultOf(m_record->record(outcome));
    return stored ? stored->id : 0;
}

qint64 RecordContract::addBad(const ReceiptNumber &receipt, ErrorCode error, int day)
{
    CheckOutcome outcome = badOutcome({.code = error}, receipt);
    outcome.checkedAt = noonOf(day);
    const auto stored = resultOf(m_record->record(outcome));
    return stored ? stored->id : 0;
}

//! | check | case | on         | outcome                    |
//! |-------|------|------------|----------------------------|
//! | first | A    | 1 November | received                   |
//! | 2nd   | B    | 2 November | received                   |
//! | 3rd   | A    | 3 November | approved: another status   |
//! | 4th   | C    | 4 November | timeout, never an answer   |
//! | 5th   | B    | 5 November | received: unchanged        |
//! | 6th   | A    | 6 November | timeout                    |
void RecordContract::fill()
{
    QVERIFY(addGood(receiptA(), QString::fromLatin1(received), 1));
    QVERIFY(addGood(receiptB(), QString::fromLatin1(received), 2));
    QVERIFY(addGood(receiptA(), QString::fromLatin1(approved), 3));
    QVERIFY(addBad(receiptC(), ErrorCode::Timeout, 4));
    QVERIFY(addGood(receiptB(), QString::fromLatin1(received), 5));
    QVERIFY(addBad(receiptA(), ErrorCode::Timeout, 6));
    QVERIFY(resultOf(m_record->editCase(receiptA(), {.client = u"Zoë Ávila"_s, .note = {}, .tags = {u"asylum"_s}})));
    QVERIFY(resultOf(m_record->editCase(receiptB(), {.client = u"Ana Pérez"_s, .note = u"call first"_s})));
    QVERIFY(resultOf(m_record->count({VisitScope()}))); // ends when all has been read in
}

std::vector<qint64> RecordContract::checkIds(const ListQuery &query)
{
    std::vector<qint64> ids;
    const auto page = resultOf(m_record->checks(query));
    if (page)
        std::ranges::transform(page->rows, std::back_inserter(ids), &CheckRow::id);
    return ids;
}

QStringList RecordContract::caseLetters(const ListQuery &query)
{
    QStringList names;
    const auto page = resultOf(m_record->cases(query));
    for (const CaseRow &row : page ? page->rows : std::vector<CaseRow>())
        names << nameOf(row.receipt);
    return names;
}

void RecordContract::jobsEndLaterOnceAndInTheirOrder()
{
    QStringList ended;
    const auto note = [&ended](const QString &name) { return [&ended, name](const auto &) { ended << name; }; };
    auto *recording = m_record->record(goodOutcome());
    recording->onFinished(this, note(u"record"_s));
    m_record->lastGood(receiptA())->onFinished(this, note(u"last good"_s));
    m_record->editCase(receiptA(), {})->onFinished(this, note(u"edit"_s));
    m_record->checks({})->onFinished(this, note(u"checks"_s));
    m_record->changesAfter(0)->onFinished(this, note(u"changes"_s));
    QVERIFY(ended.isEmpty());
    (void)resultOf(m_record->savedFilters());
    QCOMPARE(ended, (QStringList{u"record"_s, u"last good"_s, u"edit"_s, u"checks"_s, u"changes"_s}));
    (void)resultOf(m_record->savedFilters());
    QCOMPARE(ended.size(), 5);
}

void RecordContract::whatIsCancelledBeforeItsTurnIsNotDone()
{
    (void)m_record->record(goodOutcome());
    auto *second = m_record->record(goodOutcome(caseStatus(receiptB())));
    second->cancel();
    QCOMPARE(resultOf(m_record->checks({}))->total, 1);
    QCOMPARE(resultOf(m_record->findCase(receiptB())).error().code, ErrorCode::NotRecognized);
}

void RecordContract::givesBackWhatWasRecorded()
{
    const CheckOutcome sent = goodOutcome();
    const auto stored = resultOf(m_record->record(sent));
    QVERIFY(stored && stored->id > 0);
    QCOMPARE(stored->change, Change::First);
    QVERIFY(!stored->previous && !stored->previousAt);
    const auto loaded = resultOf(m_record->load(stored->id));
    QVERIFY(loaded);
    QVERIFY(loaded->result.value() == sent.result.value());
    QCOMPARE(loaded->receipt, sent.receipt);
    QCOMPARE(loaded->connection, sent.connection);
    QCOMPARE(loaded->askedBy, sent.askedBy);
    QCOMPARE(loaded->checkedAt, sent.checkedAt);
    QCOMPARE(loaded->httpStatus, sent.httpStatus);
    QCOMPARE(loaded->rawReply, sent.rawReply);
    QCOMPARE(loaded->change, Change::First);
    QCOMPARE(loaded->id, stored->id);
}

void RecordContract::givesBackOddTexts()
{
    OddChecks odd(20261130);
    for (int i = 0; i < 60; ++i) {
        CheckOutcome sent = odd.next().outcome;
        sent.connection = u"Office"_s; // a name that a person chose, and no text from outside
        for (HttpTranscript &transcript : sent.transcripts)
            transcript.tlsVersion = u"TLSv1.3"_s; // a word of the TLS library
        const auto stored = resultOf(m_record->record(sent));
        QVERIFY(stored);
        const auto loaded = resultOf(m_record->load(stored->id));
        QVERIFY(loaded);
        QCOMPARE(loaded->result.ok(), sent.result.ok());
        QVERIFY(sent.result ? loaded->result.value() == sent.result.value()
                            : loaded->result.error() == sent.result.error());
        QCOMPARE(loaded->rawReply, sent.rawReply);
        QVERIFY(loaded->transcripts == sent.transcripts);
    }
}

void RecordContract::refusesACheckWithoutATime()
{
    CheckOutcome outcome = goodOutcome();
    outcome.checkedAt = {};
    QCOMPARE(resultOf(m_record->record(outcome)).error().code, ErrorCode::Invalid);
    QCOMPARE(resultOf(m_record->checks({}))->total, 0);
}

void RecordContract::idsGrowAndEachCheckIsTold()
{
    QSignalSpy told(m_record.get(), &Record::recorded);
    const qint64 first = addGood(receiptA(), QString::fromLatin1(received), 3);
    const qint64 second = addBad(receiptB(), ErrorCode::Offline, 2);
    const qint64 third = addGood(receiptA(), QString::fromLatin1(received), 1);
    QVERIFY(0 < first && first < second && second < third);
    QCOMPARE(told.size(), 3);
    QCOMPARE(told[1][0].toLongLong(), second);
}

void RecordContract::comparesWithTheLastGoodAnswerOfThatReceipt()
{
    fill();
    const auto unchanged = resultOf(m_record->load(checkIds({})[1]));
    QCOMPARE(unchanged->receipt, receiptB());
    QCOMPARE(unchanged->change, Change::Unchanged);
    QCOMPARE(unchanged->previousAt, noonOf(2));
    const qint64 next = addGood(receiptA(), QString::fromLatin1(mailed), 7);
    const auto loaded = resultOf(m_record->load(next));
    QCOMPARE(loaded->change, Change::Status);
    QCOMPARE(loaded->previous->title.en, QString::fromLatin1(approved));
    QCOMPARE(loaded->previousAt, noonOf(3)); // not the failed check of the 6th
    QCOMPARE(resultOf(m_record->lastGood(receiptA()))->id, next);
}

void RecordContract::errorsAreRecordedAndHideNothing()
{
    fill();
    const Error closed{.code = ErrorCode::Closed,
                       .httpStatus = 503,
                       .retryAt = someTime().addSecs(60),
                       .serverMessage = u"The service is closed."_s,
                       .detail = u"api-int.uscis.gov"_s};
    const auto stored = resultOf(m_record->record(badOutcome(closed, receiptB())));
    QCOMPARE(stored->change, Change::None);
    QCOMPARE(stored->previous->title.en, QString::fromLatin1(received));
    QCOMPARE(resultOf(m_record->load(stored->id))->result.error(), closed);
    QCOMPARE(resultOf(m_record->lastGood(receiptB()))->result->title.en, QString::fromLatin1(received));
}

void RecordContract::knowsWhatItDoesNotHold()
{
    fill();
    const auto none = resultOf(m_record->lastGood(receiptC()));
    QCOMPARE(none->id, 0);
    QCOMPARE(none->result.error().code, ErrorCode::NotRecognized);
    QVERIFY(resultOf(m_record->findCase(receiptC())));
    QCOMPARE(resultOf(m_record->findCase(receiptOf(u"MSC9999100001"))).error().code, ErrorCode::NotRecognized);
    QCOMPARE(resultOf(m_record->load(1'000'000)).error().code, ErrorCode::Storage);
    QCOMPARE(m_record->waitingWrites(), 0);
}

void RecordContract::inspectsACheck()
{
    const qint64 id = addGood(receiptOf(), u"Case Was Received"_s, 1);
    const auto found = resultOf(m_record->inspect(id));
    QVERIFY(found);
    QCOMPARE(found->id, id);
    QVERIFY(!found->damage && !found->rows.empty());
    QCOMPARE(found->receipt, std::optional(receiptOf()));
    QCOMPARE(found->checkedAt, resultOf(m_record->load(id))->checkedAt);
    QCOMPARE(resultOf(m_record->inspect(id + 1)).error().code, ErrorCode::NotRecognized);
}

void RecordContract::pagesOfChecks_data()
{
    using From = ListQuery::From;
    using Places = std::vector<int>;
    QTest::addColumn<ListQuery>("query");
    QTest::addColumn<int>("anchor"); // the check whose id the page begins or ends at; 0: none
    QTest::addColumn<Places>("expected");
    QTest::addColumn<qint64>("offset");
    QTest::newRow("newest first") << ListQuery{} << 0 << Places{6, 5, 4, 3, 2, 1} << qint64(0);
    QTest::newRow("oldest first") << ListQuery{.criteria = {.reversed = true}} << 0 << Places{1, 2, 3, 4, 5, 6}
                                  << qint64(0);
    QTest::newRow("start") << ListQuery{.pageSize = 2} << 0 << Places{6, 5} << qint64(0);
    QTest::newRow("below") << ListQuery{.from = From::Below, .pageSize = 2} << 5 << Places{4, 3} << qint64(2);
    QTest::newRow("above") << ListQuery{.from = From::Above, .pageSize = 2} << 3 << Places{5, 4} << qint64(1);
    QTest::newRow("below the last") << ListQuery{.from = From::Below, .pageSize = 2} << 1 << Places{} << qint64(6);
    QTest::newRow("a date") << ListQuery{.from = From::Date, .date = {2026, 11, 4}, .pageSize = 2} << 0 << Places{4, 3}
                            << qint64(2);
    QTest::newRow("before all") << ListQuery{.from = From::Date, .date = {2026, 10, 1}, .pageSize = 2} << 0 << Places{}
                                << qint64(6);
    QTest::newRow("filtered") << ListQuery{.criteria = {.filter = {.failed = true}}, .pageSize = 1} << 0 << Places{6}
                              << qint64(0);
}

void RecordContract::pagesOfChecks()
{
    fill();
    QFETCH(ListQuery, query);
    QFETCH(int, anchor);
    QFETCH(std::vector<int>, expected);
    QFETCH(qint64, offset);
    const std::vector<qint64> all = checkIds({.criteria = {.reversed = true}});
    QCOMPARE(all.size(), std::size_t(6));
    if (anchor > 0)
        query.id = all[std::size_t(anchor - 1)];
    const auto page = resultOf(m_record->checks(query));
    QVERIFY(page && page->complete);
    std::vector<int> places;
    for (const CheckRow &row : page->rows)
        places.push_back(int(std::ranges::find(all, row.id) - all.begin()) + 1);
    QCOMPARE(places, expected);
    QCOMPARE(page->offset, offset);
    QCOMPARE(page->total, query.criteria.filter.failed ? 2 : 6);
}

void RecordContract::aPageInParts()
{
    fill();
    const std::vector<qint64> whole = checkIds({.pageSize = 5});
    std::vector<qint64> joined;
    for (int offset = 0; offset < 6; offset += 2) {
        const auto part = resultOf(m_record->checks({.pageSize = 5, .limit = 2, .offset = offset}));
        QCOMPARE(part->pageSize, 5);
        QCOMPARE(part->offset, 0);
        std::ranges::transform(part->rows, std::back_inserter(joined), &CheckRow::id);
    }
    QCOMPARE(joined, whole);
}

void RecordContract::sortsCases_data()
{
    QTest::addColumn<ListSort>("sort");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("reversed");
    QTest::newRow("newest") << ListSort::Newest << u"ABC"_s << u"CBA"_s;
    QTest::newRow("receipt") << ListSort::Receipt << u"ABC"_s << u"CBA"_s;
    QTest::newRow("client") << ListSort::Client << u"BAC"_s << u"ABC"_s; // those without one stay at the end
    QTest::newRow("form type") << ListSort::FormType << u"ABC"_s << u"BAC"_s;
    QTest::newRow("confirmed") << ListSort::Confirmed << u"BAC"_s << u"ABC"_s;
    QTest::newRow("changed") << ListSort::Changed << u"ABC"_s << u"ABC"_s; // only A's answer ever changed
}

void RecordContract::sortsCases()
{
    fill();
    QFETCH(ListSort, sort);
    QFETCH(QString, order);
    QFETCH(QString, reversed);
    QCOMPARE(caseLetters({.criteria = {.sort = sort}}).join(QString()), order);
    QCOMPARE(caseLetters({.criteria = {.sort = sort, .reversed = true}}).join(QString()), reversed);
}

void RecordContract::aFailedCheckTakesNothingFromItsCase()
{
    fill();
    const auto row = resultOf(m_record->findCase(receiptA()));
    QVERIFY(row);
    QCOMPARE(row->title.en, QString::fromLatin1(approved));
    QCOMPARE(row->confirmedAt, noonOf(3));
    QCOMPARE(row->changedAt, noonOf(3));
    QCOMPARE(row->change, Change::Status);
    QCOMPARE(row->checkedAt, noonOf(6));
    QCOMPARE(row->error, ErrorCode::Timeout);
    QCOMPARE(row->details.client, u"Zoë Ávila"_s);
    QVERIFY(!row->unreadable && !row->lastUnreadable);
}

void RecordContract::filters_data()
{
    QTest::addColumn<RecordFilter>("filter");
    QTest::addColumn<QString>("cases");
    QTest::addColumn<int>("checks");
    QTest::newRow("none") << RecordFilter{} << u"ABC"_s << 6;
    QTest::newRow("a client, without accents") << RecordFilter{.text = u"avila"_s} << u"A"_s << 3;
    QTest::newRow("part of a receipt number") << RecordFilter{.text = u"lin99991"_s} << u"B"_s << 2;
    QTest::newRow("a note") << RecordFilter{.text = u"call"_s} << u"B"_s << 2;
    QTest::newRow("a title") << RecordFilter{.text = u"approved"_s} << u"A"_s << 1;
    QTest::newRow("words in both languages") << RecordFilter{.text = u"september septiembre"_s} << u"AB"_s << 4;
    QTest::newRow("a quotation") << RecordFilter{.text = u"\"we affirmed it\""_s} << u"AB"_s << 4;
    QTest::newRow("words that never meet") << RecordFilter{.text = u"avila call"_s} << QString() << 0;
    QTest::newRow("form type") << RecordFilter{.formTypes = {u"I-765"_s}} << u"B"_s << 2;
    QTest::newRow("tag") << RecordFilter{.tags = {u"asylum"_s}} << u"A"_s << 3;
    QTest::newRow("failed") << RecordFilter{.failed = true} << u"AC"_s << 2;
    QTest::newRow("from a day") << RecordFilter{.from = {2026, 11, 5}} << u"AB"_s << 2;
    QTest::newRow("to a day") << RecordFilter{.to = {2026, 11, 4}} << u"C"_s << 4;
    QTest::newRow("changed since") << RecordFilter{.changedSince = SinceDay{.date = {2026, 11, 3}}} << u"A"_s << 1;
    QTest::newRow("changed since later") << RecordFilter{.changedSince = SinceDay{.date = {2026, 11, 4}}} << QString()
                                         << 0;
}

void RecordContract::filters()
{
    fill();
    QFETCH(RecordFilter, filter);
    QFETCH(QString, cases);
    QFETCH(int, checks);
    QCOMPARE(caseLetters({.criteria = {.filter = filter, .sort = ListSort::Receipt}}).join(QString()), cases);
    QCOMPARE(int(checkIds({.criteria = {.filter = filter}}).size()), checks);
}

void RecordContract::offersWhatCanBeFiltered()
{
    fill();
    const auto choices = resultOf(m_record->filterChoices());
    QVERIFY(choices->formTypes.contains(u"I-130"_s) && choices->formTypes.contains(u"I-765"_s));
    QCOMPARE(choices->tags, QStringList{u"asylum"_s});
}

void RecordContract::versionsTellPagesApart()
{
    fill();
    const qint64 before = resultOf(m_record->checks({}))->version;
    QCOMPARE(resultOf(m_record->checks({.criteria = {.filter = {.failed = true}}}))->version, before);
    QVERIFY(addBad(receiptB(), ErrorCode::Offline, 8));
    QVERIFY(resultOf(m_record->checks({}))->version != before);
}

void RecordContract::visitsChecksOldestFirst()
{
    fill();
    const auto visitor = std::make_shared<CollectingVisitor>();
    QCOMPARE(*resultOf(m_record->visit(visitor)), 6);
    QVERIFY(visitor->ended);
    std::vector<qint64> seen;
    std::ranges::transform(visitor->rows, std::back_inserter(seen), &CheckRow::id);
    QCOMPARE(seen, checkIds({.criteria = {.reversed = true}}));
    QCOMPARE(visitor->outcomes[2]->result->title.en, QString::fromLatin1(approved));
    QVERIFY(!visitor->outcomes[2]->rawReply.isEmpty());
    QCOMPARE(visitor->rows[2].details.client, u"Zoë Ávila"_s);
}

void RecordContract::visitsCasesAndTheirChecks()
{
    fill();
    const auto cases = std::make_shared<CollectingVisitor>();
    QCOMPARE(
        *resultOf(m_record->visit(cases, {.what = VisitScope::What::Cases, .criteria = {.sort = ListSort::Receipt}})),
        3);
    QStringList names;
    for (const CheckRow &row : cases->rows)
        names << nameOf(row.receipt);
    QCOMPARE(names, (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QVERIFY(cases->outcomes[0]->result.ok());  // the last good answer, though a check failed after it
    QVERIFY(!cases->outcomes[2]->result.ok()); // there never was one
    const auto checks = std::make_shared<CollectingVisitor>();
    const VisitScope ofTagged{.what = VisitScope::What::ChecksOfCases, .criteria = {.filter = {.tags = {u"asylum"_s}}}};
    QCOMPARE(*resultOf(m_record->visit(checks, ofTagged)), 3);
    const auto chosen = std::make_shared<CollectingVisitor>();
    const std::vector<qint64> all = checkIds({});
    QCOMPARE(*resultOf(m_record->visit(chosen, {.ids = {all[0], all[4]}})), 2);
    QCOMPARE(chosen->rows[0].id, all[4]);
}

void RecordContract::countsWhatAVisitWouldSee()
{
    fill();
    using What = VisitScope::What;
    const std::vector<VisitScope> scopes{{},
                                         {.what = What::Cases},
                                         {.what = What::Cases, .criteria = {.filter = {.failed = true}}},
                                         {.what = What::ChecksOfCases, .criteria = {.filter = {.failed = true}}}};
    QCOMPARE(*resultOf(m_record->count(scopes)), (std::vector<qint64>{6, 3, 2, 4}));
}

void RecordContract::aVisitEndsWithItsVisitor()
{
    struct Refusing : CollectingVisitor {
        std::optional<Error> row(CheckRow, std::optional<CheckOutcome>) override
        {
            return Error{.code = ErrorCode::Storage, .detail = u"no room"_s};
        }
    };
    fill();
    const auto refusing = std::make_shared<Refusing>();
    QCOMPARE(resultOf(m_record->visit(refusing)).error().detail, u"no room"_s);
    QVERIFY(!refusing->ended);
}

void RecordContract::editsACase()
{
    fill();
    QSignalSpy changed(m_record.get(), &Record::changed);
    const CaseDetails details{.client = u"Ana Pérez"_s, .note = {}, .tags = {u"asylum"_s, u"urgent"_s}, .onHold = true};
    const auto before = resultOf(m_record->editCase(receiptB(), details));
    QCOMPARE(before->note, u"call first"_s);
    QVERIFY(changed.size() == 1);
    QVERIFY(resultOf(m_record->findCase(receiptB()))->details == details);
    QVERIFY(*resultOf(m_record->editCase(receiptB(), *before)) == details);
    QVERIFY(resultOf(m_record->findCase(receiptB()))->details == *before);
    const ReceiptNumber other = receiptOf(u"MSC9999100001"); // a case that was never checked is made
    QVERIFY(*resultOf(m_record->editCase(other, details)) == CaseDetails());
    QVERIFY(resultOf(m_record->findCase(other))->details == details);
}

void RecordContract::refusesWhatIsTooLong_data()
{
    QTest::addColumn<CaseDetails>("details");
    QTest::newRow("client") << CaseDetails{.client = QString(CaseDetails::LongestClient + 1, u'x')};
    QTest::newRow("note") << CaseDetails{.note = QString(CaseDetails::LongestNote + 1, u'x')};
    QTest::newRow("tag") << CaseDetails{.tags = {QString(CaseDetails::LongestTag + 1, u'x')}};
    QTest::newRow("an empty tag") << CaseDetails{.tags = {QString()}};
    QStringList many;
    for (int i = 0; i <= CaseDetails::MostTags; ++i)
        many << QString::number(i);
    QTest::newRow("tags") << CaseDetails{.tags = many};
}

void RecordContract::refusesWhatIsTooLong()
{
    QFETCH(CaseDetails, details);
    QCOMPARE(resultOf(m_record->editCase(receiptA(), details)).error().code, ErrorCode::Invalid);
    QCOMPARE(resultOf(m_record->findCase(receiptA())).error().code, ErrorCode::NotRecognized);
}

void RecordContract::findsCasesOfAClient()
{
    fill();
    QCOMPARE(*resultOf(m_record->casesOfClient(u"ANA PEREZ"_s)), std::vector{receiptB()});
    QVERIFY(resultOf(m_record->casesOfClient(u"Ana"_s))->empty());
    QVERIFY(resultOf(m_record->casesOfClient({}))->empty());
}

void RecordContract::replacesSavedFilters()
{
    QSignalSpy changed(m_record.get(), &Record::filtersChanged);
    const std::vector<SavedFilter> two{{u"Failed"_s, {.failed = true}}, {u"Zoë"_s, {.text = u"zoe"_s}}};
    QVERIFY(resultOf(m_record->saveFilters(two)));
    QVERIFY(*resultOf(m_record->savedFilters()) == two);
    QVERIFY(resultOf(m_record->saveFilters({two[1]})));
    QVERIFY(*resultOf(m_record->savedFilters()) == std::vector{two[1]});
    QCOMPARE(changed.size(), 2);
}

void RecordContract::mergesOfficeNotes()
{
    fill();
    const OfficeNotes notes{.cases = {{receiptB(), {.client = {}, .note = u"moved"_s, .tags = {u"asylum"_s}}},
                                      {receiptC(), {.client = u"Li"_s}}},
                            .filters = {{u"Failed"_s, {.failed = true}}}};
    QVERIFY(resultOf(m_record->addOfficeNotes(notes)));
    const auto merged = resultOf(m_record->findCase(receiptB()))->details;
    QCOMPARE(merged.client, u"Ana Pérez"_s);
    QVERIFY(merged.note.contains(u"call first"_s) && merged.note.contains(u"moved"_s));
    const auto all = resultOf(m_record->officeNotes());
    QCOMPARE(all->cases.size(), std::size_t(3));
    QVERIFY(all->filters == notes.filters);
    QVERIFY(resultOf(m_record->addOfficeNotes(notes))); // again: nothing more comes of it
    QVERIFY(*resultOf(m_record->officeNotes()) == *all);
}

void RecordContract::takesInAllOrNothing()
{
    struct Broken : CountedChecks {
        using CountedChecks::CountedChecks;
        Result<std::optional<ImportedItem>> next() override
        {
            auto next = CountedChecks::next();
            return *next ? next : Error{.code = ErrorCode::Unreadable};
        }
    };
    QCOMPARE(resultOf(m_record->importAll(std::make_shared<Broken>(20))).error().code, ErrorCode::Unreadable);
    QCOMPARE(resultOf(m_record->checks({}))->total, 0);
    QCOMPARE(resultOf(m_record->importAll(std::make_shared<CountedChecks>(20)))->checks, 20);
    QVERIFY(resultOf(m_record->count({VisitScope()})));
    QCOMPARE(resultOf(m_record->cases({}))->total, 20);
    QCOMPARE(resultOf(m_record->lastGood(CountedChecks::receipt(7)))->checkedAt, CountedChecks::checkedAt(7));
    const auto again = resultOf(m_record->importAll(std::make_shared<CountedChecks>(22)));
    QVERIFY(again->checks == 2 && again->known == 20);
    QCOMPARE(resultOf(m_record->checks({}))->total, 22);
}

void RecordContract::deletesEarlierValues()
{
    for (const QString &note : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(resultOf(m_record->editCase(receiptA(), {.client = u"Ana"_s, .note = note})));
    const auto would = resultOf(m_record->countEarlierValues(receiptA()));
    QVERIFY(would->number == 0 && would->edits == 2 && would->cases == 0);
    const auto removed = resultOf(m_record->deleteEarlierValues(receiptA()));
    QVERIFY(removed->number != 0 && removed->edits == 2 && removed->cases == 0 && removed->checks == 0);
    QCOMPARE(resultOf(m_record->countEarlierValues(receiptA()))->edits, 0);
    QCOMPARE(resultOf(m_record->findCase(receiptA()))->details, (CaseDetails{.client = u"Ana"_s, .note = u"three"_s}));
    QVERIFY(resultOf(m_record->undoDeletion(removed->number)));
    QCOMPARE(resultOf(m_record->countEarlierValues(receiptA()))->edits, 2);
    QCOMPARE(resultOf(m_record->findCase(receiptA()))->details, (CaseDetails{.client = u"Ana"_s, .note = u"three"_s}));
    QCOMPARE(resultOf(m_record->countEarlierValues(receiptC()))->edits, 0);
}

void RecordContract::deletesCasesAndUndoesIt()
{
    fill();
    QSignalSpy gone(m_record.get(), &Record::casesDeleted);
    const std::vector<ReceiptNumber> those{receiptA(), receiptOf(u"MSC9999100001")};
    const auto would = resultOf(m_record->countCases(those));
    QVERIFY(would->number == 0 && would->cases == 1 && would->checks == 3);
    const auto removed = resultOf(m_record->deleteCases(those));
    QVERIFY(removed->number != 0 && removed->cases == 1 && removed->checks == 3);
    QCOMPARE(gone.size(), 1);
    QVERIFY(resultOf(m_record->count({VisitScope()})));
    QCOMPARE(caseLetters({.criteria = {.sort = ListSort::Receipt}}).join(QString()), u"BC"_s);
    QCOMPARE(resultOf(m_record->checks({}))->total, 3);
    QCOMPARE(resultOf(m_record->lastGood(receiptA()))->result.error().code, ErrorCode::NotRecognized);
    QCOMPARE(resultOf(m_record->findCase(receiptA())).error().code, ErrorCode::NotRecognized);
    QVERIFY(resultOf(m_record->officeNotes())->cases.size() == 1);
    QVERIFY(resultOf(m_record->undoDeletion(removed->number)));
    QVERIFY(resultOf(m_record->count({VisitScope()})));
    QCOMPARE(caseLetters({.criteria = {.sort = ListSort::Receipt}}).join(QString()), u"ABC"_s);
    QCOMPARE(resultOf(m_record->findCase(receiptA()))->details.client, u"Zoë Ávila"_s);
}

void RecordContract::deletesByAgeButNotWhatIsOnHold()
{
    fill();
    QVERIFY(resultOf(m_record->editCase(receiptB(), {.onHold = true})));
    const QDateTime moment = noonOf(5);
    const auto would = resultOf(m_record->countChecksBefore(moment));
    const auto removed = resultOf(m_record->deleteChecksBefore(moment));
    QVERIFY(would->checks == 3 && removed->checks == 3); // two of A, and the only one of C
    QVERIFY(would->cases == 1 && removed->cases == 1);
    QVERIFY(resultOf(m_record->count({VisitScope()})));
    QCOMPARE(caseLetters({.criteria = {.sort = ListSort::Receipt}}).join(QString()), u"AB"_s);
    QCOMPARE(resultOf(m_record->lastGood(receiptA()))->id, 0);
    QVERIFY(resultOf(m_record->undoDeletion(removed->number)));
    QCOMPARE(resultOf(m_record->lastGood(receiptA()))->result->title.en, QString::fromLatin1(approved));
}

void RecordContract::tellsHowOldChecksStand()
{
    QVERIFY(!resultOf(m_record->findOldChecks(noonOf(1)))->any);
    QVERIFY(!resultOf(m_record->findOldChecks(noonOf(1)))->newest);
    fill();
    const auto old = resultOf(m_record->findOldChecks(noonOf(3)));
    QVERIFY(old->any && !old->outOfOrder);
    QCOMPARE(old->newest, noonOf(6));
    QVERIFY(addBad(receiptC(), ErrorCode::Offline, 1)); // recorded last, with an earlier date
    QVERIFY(resultOf(m_record->findOldChecks(noonOf(3)))->outOfOrder);
}

void RecordContract::aDeletionIsUndoneOnce()
{
    fill();
    const qint64 number = resultOf(m_record->deleteCases({receiptC()}))->number;
    QVERIFY(resultOf(m_record->undoDeletion(number)));
    QCOMPARE(resultOf(m_record->undoDeletion(number)).error().code, ErrorCode::Invalid);
    QCOMPARE(resultOf(m_record->undoDeletion(4711)).error().code, ErrorCode::Invalid);
}

void RecordContract::filtersGoAndComeBackWithTheirCases()
{
    fill();
    const SavedFilter ofClient{u"Zoë"_s, {.text = u"zoe"_s}};
    const SavedFilter failed{u"Failed"_s, {.failed = true}};
    QVERIFY(resultOf(m_record->saveFilters({ofClient, failed})));
    QSignalSpy changed(m_record.get(), &Record::filtersChanged);
    const auto removed = resultOf(m_record->deleteCases({receiptA()}, {ofClient}));
    QVERIFY(removed && removed->cases == 1);
    QVERIFY(*resultOf(m_record->savedFilters()) == std::vector{failed});
    QVERIFY(resultOf(m_record->undoDeletion(removed->number, {ofClient})));
    const auto again = *resultOf(m_record->savedFilters());
    QVERIFY(again.size() == 2 && std::ranges::find(again, ofClient) != again.end());
    QCOMPARE(changed.size(), 2);
    // Where nothing is left to undo, no filter comes back either.
    QVERIFY(resultOf(m_record->saveFilters({failed})));
    QCOMPARE(resultOf(m_record->undoDeletion(removed->number, {ofClient})).error().code, ErrorCode::Invalid);
    QVERIFY(*resultOf(m_record->savedFilters()) == std::vector{failed});
}

void RecordContract::tellsWhatChangedAfterANumber()
{
    fill();
    const qint64 start = resultOf(m_record->changesAfter(0))->number;
    QVERIFY(*resultOf(m_record->changesAfter(start)) == RecordChanges{.number = start});
    const qint64 check = addGood(receiptC(), QString::fromLatin1(received), 7);
    QVERIFY(resultOf(m_record->editCase(receiptB(), {})));
    QVERIFY(resultOf(m_record->editCase(receiptB(), {.client = u"Ana"_s})));
    QVERIFY(resultOf(m_record->saveFilters({})));
    const auto changes = resultOf(m_record->changesAfter(start));
    QVERIFY(changes->number > start && !changes->everything && changes->filters);
    QCOMPARE(changes->checks, std::vector{check});
    QCOMPARE(changes->cases, std::vector{receiptB()});
    QVERIFY(*resultOf(m_record->changesAfter(changes->number)) == RecordChanges{.number = changes->number});
    QVERIFY(addBad(receiptA(), ErrorCode::Offline, 8));
    const auto later = resultOf(m_record->changesAfter(changes->number));
    QVERIFY(later->checks.size() == 1 && later->cases.empty() && !later->filters);
}

void RecordContract::tellsToReadAnewWhatCannotBeFollowed()
{
    fill();
    QVERIFY(resultOf(m_record->changesAfter(0))->everything);
    const qint64 start = resultOf(m_record->changesAfter(0))->number;
    QVERIFY(resultOf(m_record->changesAfter(start + 1000))->everything); // a number that was never given
    QVERIFY(resultOf(m_record->deleteCases({receiptA()})));
    const auto changes = resultOf(m_record->changesAfter(start));
    QVERIFY(changes->everything && changes->checks.empty() && changes->cases.empty());
    QVERIFY(!resultOf(m_record->changesAfter(changes->number))->everything);
}

} // namespace linterna::test
