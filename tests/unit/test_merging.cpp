// SPDX-License-Identifier: GPL-3.0-or-later
// Events and checks of one record taken into another one: chains, conflicts, deletions (lib/record/merging.h).
#include "tests/support/eventlog.h"
#include "tests/support/recordtransfer.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_merging {

Author marta()
{
    return {someAuthor().at.addDays(1), u"Marta"_s};
}

//! Whether the content of an event is a check of this case.
bool isCheckOf(const RecordEvent &event, const ReceiptNumber &receipt)
{
    const auto decoded = decodeEvent(event.canonical);
    const auto *check = decoded ? std::get_if<CheckContent>(&decoded->content) : nullptr;
    return check && check->receipt == receipt;
}

//! Whether an event is among the items, with all that it has.
bool isAmong(const ImportedItems &items, const RecordEvent &event)
{
    return std::ranges::any_of(items, [&event](const ImportedItem &item) {
        const auto *one = std::get_if<RecordEvent>(&item);
        return one && *one == event;
    });
}

class TestMerging : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    //! Two desks with a record each.
    struct Desk {
        QString file;
        std::unique_ptr<RecordDatabase> record;
    };
    [[nodiscard]] Desk deskOf(const QString &name) const
    {
        Desk desk{m_folder->filePath(name), std::make_unique<RecordDatabase>()};
        return desk.record->open({desk.file, sampleKey(), RecordRole::Owner}, someAuthor()) ? std::move(desk) : Desk();
    }
    [[nodiscard]] Desk sampleDesk(const QString &name) const
    {
        const bool made = !makeSampleRecord(m_folder->filePath(name));
        return made ? deskOf(name) : Desk();
    }
    static QStringList lines(RecordDatabase &record)
    {
        QStringList all;
        CollectingVisitor seen;
        for (Result<bool> done = record.readMore(); done && !*done; done = record.readMore()) {
        }
        if (record.show(record.idsWithin({}, someAuthor().at), seen, false))
            return {};
        for (std::size_t i = 0; i < seen.rows.size(); ++i) {
            const CheckRow &row = seen.rows[i];
            all << u"%1 %2 %3 %4 %5 %6"_s
                       .arg(row.receipt ? row.receipt->toString() : u"?"_s, row.checkedAt.toString(Qt::ISODateWithMs),
                            row.title.en, row.details.client)
                       .arg(int(row.change))
                       .arg(seen.outcomes[i] ? seen.outcomes[i]->rawReply.size() : -1);
        }
        all.sort();
        return all;
    }
    static QSet<QByteArray> desksIn(const QString &file)
    {
        QSet<QByteArray> desks;
        for (const EventSeen &event : eventsIn(file, sampleKey()))
            desks << event.head.desk;
        return desks;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    //! Taken into an empty record, the other desk's chain stays that desk's, whole, and the lists say the same.
    void anEmptyRecordBecomesTheSame()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        const auto report = takeIn(*b.record, itemsOf(*a.record));
        QVERIFY(report);
        QCOMPARE(report->checks, 24);
        QCOMPARE(report->takenOver, 0);
        QCOMPARE(report->events, qint64(eventsIn(a.file, sampleKey()).size()));
        QCOMPARE(desksIn(b.file), desksIn(a.file));
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        QCOMPARE(lines(*b.record), lines(*a.record));
        QVERIFY(*b.record->savedFilters() == *a.record->savedFilters());
        // Again: nothing comes twice, and nothing is written.
        const auto again = takeIn(*b.record, itemsOf(*a.record));
        QCOMPARE(*again, (ImportReport{.known = 24}));
        QCOMPARE(eventsIn(b.file, sampleKey()).size(), eventsIn(a.file, sampleKey()).size());
        QCOMPARE(lines(*b.record), lines(*a.record));
    }

    //! A record restored on two machines, written on both, and merged both ways: two desks more, both chains close,
    //! nothing is there twice, and both records say the same.
    void restoredOnTwoMachinesAndMerged()
    {
        QVERIFY(!makeSampleRecord(m_folder->filePath(u"a.db"_s)));
        QVERIFY(QFile::copy(m_folder->filePath(u"a.db"_s), m_folder->filePath(u"b.db"_s)));
        const Desk a = deskOf(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(a.record->record(sampleCheck(30), someAuthor()));
        QVERIFY(b.record->record(sampleCheck(31), marta()));
        QVERIFY(a.record->editCase(sampleReceipt(3), {.client = u"Ana"_s}, someAuthor()));
        QVERIFY(b.record->editCase(sampleReceipt(4), {.note = u"call"_s}, marta()));
        const auto there = takeIn(*b.record, itemsOf(*a.record));
        QCOMPARE(*there, (ImportReport{.checks = 1, .events = 2, .known = 24}));
        const auto back = takeIn(*a.record, itemsOf(*b.record));
        QCOMPARE(back->checks, 1);
        QCOMPARE(back->known, 25);
        QCOMPARE(lines(*a.record), lines(*b.record));
        QCOMPARE(a.record->findCase(sampleReceipt(4))->details.note, u"call"_s);
        QCOMPARE(b.record->findCase(sampleReceipt(3))->details.client, u"Ana"_s);
        for (const Desk *desk : {&a, &b}) {
            QCOMPARE(desksIn(desk->file).size(), 2);
            QCOMPARE(problemsInEvents(desk->file, sampleKey()), QStringList());
            QSet<QByteArray> uuids;
            const auto events = eventsIn(desk->file, sampleKey());
            for (const EventSeen &event : events)
                uuids << event.head.uuid;
            QCOMPARE(uuids.size(), qsizetype(events.size()));
        }
    }

    //! Two desks wrote one field without sight of each other: both values are there, the own one is shown until a
    //! person chooses, and the choice reaches the other desk without a conflict.
    void aConflictIsShownAndChosen()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(a.record->editCase(sampleReceipt(1), {.client = u"Garcia"_s, .note = u"a note"_s}, someAuthor()));
        QVERIFY(b.record->editCase(sampleReceipt(1), {.client = u"Gracia"_s, .note = u"a note"_s}, marta()));
        const auto report = takeIn(*a.record, itemsOf(*b.record));
        QCOMPARE(report->conflicts, 1);
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details.client, u"Garcia"_s);
        const auto conflicts = *a.record->conflicts();
        QCOMPARE(conflicts.size(), std::size_t(1));
        const FieldConflict &conflict = conflicts.front();
        QCOMPARE(conflict.receipt, sampleReceipt(1));
        QVERIFY(conflict.field == CaseField::Client);
        QCOMPARE(conflict.shown.value.client, u"Garcia"_s);
        QCOMPARE(conflict.shown.person, someAuthor().person);
        QCOMPARE(conflict.others.size(), std::size_t(1));
        QCOMPARE(conflict.others.front().value.client, u"Gracia"_s);
        QCOMPARE(conflict.others.front().person, u"Marta"_s);
        QCOMPARE(conflict.others.front().at, marta().at);
        // It is still there after the program ended, and an edit of another field does not end it.
        QVERIFY(a.record->open({a.file, sampleKey(), RecordRole::Owner}, someAuthor()));
        QVERIFY(a.record->editCase(sampleReceipt(1), {.client = u"Garcia"_s, .note = u"other"_s}, someAuthor()));
        QCOMPARE(a.record->conflicts()->size(), std::size_t(1));
        QVERIFY(a.record->settleConflict(conflict, {.client = u"Gracia"_s}, someAuthor()));
        QVERIFY(a.record->conflicts()->empty());
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details,
                 (CaseDetails{.client = u"Gracia"_s, .note = u"other"_s}));
        // Settled once is settled: an old answer does nothing.
        QVERIFY(a.record->settleConflict(conflict, {.client = u"too late"_s}, someAuthor()));
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details.client, u"Gracia"_s);
        const auto back = takeIn(*b.record, itemsOf(*a.record));
        QCOMPARE(back->conflicts, 0);
        QCOMPARE(b.record->findCase(sampleReceipt(1))->details,
                 (CaseDetails{.client = u"Gracia"_s, .note = u"other"_s}));
    }

    //! A value that was written in sight of the one here simply takes its place.
    void aLaterValueTakesThePlace()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        const ImportedItems before = itemsOf(*b.record);
        for (const QString &note : {u"one"_s, u"two"_s, u""_s})
            QVERIFY(b.record->editCase(sampleReceipt(1), {.client = u"García"_s, .note = note}, marta()));
        QCOMPARE(takeIn(*a.record, itemsOf(*b.record))->conflicts, 0);
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details.note, QString());
        // An older file that comes later takes nothing back.
        QCOMPARE(takeIn(*a.record, before)->conflicts, 0);
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details.note, QString());
        QVERIFY(a.record->findCase(sampleReceipt(1))->details.tags.isEmpty());
    }

    //! Both wrote the same: that is no conflict, and the next value takes the place of both.
    void theSameValueIsNoConflict()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(a.record->editCase(sampleReceipt(5), {.client = u"Zoë"_s}, someAuthor()));
        QVERIFY(b.record->editCase(sampleReceipt(5), {.client = u"Zoë"_s}, marta()));
        QCOMPARE(takeIn(*a.record, itemsOf(*b.record))->conflicts, 0);
        QVERIFY(a.record->editCase(sampleReceipt(5), {.client = u"Zoe"_s}, someAuthor()));
        QVERIFY(a.record->conflicts()->empty());
        QCOMPARE(takeIn(*b.record, itemsOf(*a.record))->conflicts, 0);
        QCOMPARE(b.record->findCase(sampleReceipt(5))->details.client, u"Zoe"_s);
    }

    //! What was deleted here does not come back with a file that still has it.
    void whatWasDeletedStaysDeleted_data()
    {
        QTest::addColumn<bool>("purged");
        QTest::newRow("hidden") << false;
        QTest::newRow("purged") << true;
    }
    void whatWasDeletedStaysDeleted()
    {
        QFETCH(bool, purged);
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QCOMPARE(a.record->deleteCases({sampleReceipt(1)}, {}, someAuthor())->checks, 3);
        if (purged)
            QCOMPARE(*a.record->purgeDeleted(someAuthor()), 3);
        const auto report = takeIn(*a.record, itemsOf(*b.record));
        QCOMPARE(report->checks, 0);
        QCOMPARE(report->known, 24);
        QCOMPARE(report->conflicts, 0);
        QVERIFY(!a.record->findCase(sampleReceipt(1)));
        QCOMPARE(problemsInEvents(a.file, sampleKey()), QStringList());
    }

    //! What another desk deleted stays here until a person says otherwise.
    void aDeletionByAnotherDeskIsAskedAbout_data()
    {
        QTest::addColumn<bool>("deletedHere");
        QTest::newRow("kept") << false;
        QTest::newRow("deleted here too") << true;
    }
    void aDeletionByAnotherDeskIsAskedAbout()
    {
        QFETCH(bool, deletedHere);
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(b.record->deleteCases({sampleReceipt(1)}, {}, marta()));
        QCOMPARE(*b.record->purgeDeleted(marta()), 3);
        const auto report = takeIn(*a.record, itemsOf(*b.record));
        QCOMPARE(report->deletions, 1);
        QVERIFY(a.record->findCase(sampleReceipt(1)));
        const auto open = *a.record->foreignDeletions();
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().person, u"Marta"_s);
        QCOMPARE(open.front().checks, 3);
        QVERIFY(open.front().cases == std::vector{sampleReceipt(1)});
        const auto answered = a.record->answerDeletion(open.front().event, deletedHere, someAuthor());
        QCOMPARE(answered->checks, deletedHere ? 3 : 0);
        QVERIFY(a.record->foreignDeletions()->empty());
        QCOMPARE(a.record->findCase(sampleReceipt(1)).ok(), !deletedHere);
        if (deletedHere) {
            QVERIFY(a.record->undoDeletion(answered->number, {}, someAuthor()));
            QCOMPARE(a.record->findCase(sampleReceipt(1))->details.client, u"García"_s);
        }
        QCOMPARE(takeIn(*a.record, itemsOf(*b.record))->deletions, deletedHere ? 1 : 0);
        QCOMPARE(problemsInEvents(a.file, sampleKey()), QStringList());
    }

    //! Another desk keeps what was deleted here: here it stays deleted.
    void whatAnotherDeskKeepsStaysDeletedHere()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        const auto deleted = a.record->deleteCases({sampleReceipt(1)}, {}, someAuthor());
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(b.record->answerDeletion(b.record->foreignDeletions()->front().event, false, marta()));
        QVERIFY(takeIn(*a.record, itemsOf(*b.record)));
        RecordDatabase next; // beside it, so that nothing is purged
        QVERIFY(next.open({a.file, sampleKey(), RecordRole::Guest}, someAuthor()));
        QVERIFY(!next.findCase(sampleReceipt(1)));
        QVERIFY(a.record->undoDeletion(deleted->number, {}, someAuthor()));
        QVERIFY(a.record->findCase(sampleReceipt(1)));
        // Taken back by the desk that deleted, it is asked about nowhere.
        const Desk c = deskOf(u"c.db"_s);
        QVERIFY(takeIn(*c.record, itemsOf(*b.record)));
        QVERIFY(takeIn(*c.record, itemsOf(*a.record)));
        QVERIFY(c.record->foreignDeletions()->empty());
    }

    //! Some checks of another desk are taken over into the own chain. Where the whole chain comes later it is kept too,
    //! the checks are there once, and a deletion leaves nothing of either.
    void aPartAndLaterTheWhole()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        const auto part = takeIn(*b.record, itemsOf(*a.record, {.ids = {2, 5, 9}}));
        QCOMPARE(part->checks, 3);
        QCOMPARE(part->takenOver, 3);
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        const auto whole = takeIn(*b.record, itemsOf(*a.record));
        QCOMPARE(whole->checks, 21);
        QCOMPARE(whole->known, 3);
        QCOMPARE(whole->takenOver, 0);
        QCOMPARE(lines(*b.record), lines(*a.record));
        QCOMPARE(desksIn(b.file).size(), 2);
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        std::vector<ReceiptNumber> all;
        for (int i = 0; i < 8; ++i)
            all.push_back(sampleReceipt(i));
        QVERIFY(b.record->deleteCases(all, {}, someAuthor()));
        QCOMPARE(*b.record->purgeDeleted(someAuthor()), 24);
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        for (const EventSeen &event : eventsIn(b.file, sampleKey()))
            QVERIFY(event.isDestroyed || event.kind != eventkind::check);
    }

    //! Whatever of an event was changed on the way: the whole file is refused, and nothing of it stays.
    void aChangedEventIsRefused_data()
    {
        QTest::addColumn<int>("part");
        for (const int part : {0, 1, 2, 3, 4, 5})
            QTest::addRow("part %d", part) << part;
    }
    void aChangedEventIsRefused()
    {
        QFETCH(int, part);
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        ImportedItems items = itemsOf(*a.record);
        auto &event = std::get<RecordEvent>(items[10]);
        QByteArray *parts[] = {&event.head.leaf, &event.salt, &event.canonical, &event.kind, &event.head.uuid};
        if (part == 5)
            event.head.number = 0;
        else
            (*parts[part])[3] = char((*parts[part])[3] ^ 1);
        const auto refused = takeIn(*b.record, items);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(lines(*b.record).isEmpty());
        QVERIFY(eventsIn(b.file, sampleKey()).empty());
    }

    //! Nobody else goes on with the chain of this desk, and no deletion is taken over from a chain that does not hold.
    void nothingIsPutIntoTheOwnChain()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const auto events = eventsIn(a.file, sampleKey());
        const EventHead &last = events.back().head;
        const auto forged = [&](const QByteArray &desk, qint64 number, const QByteArray &after) {
            RecordEvent event{.head = {.uuid = QByteArray(16, 'f'), .desk = desk, .number = number, .at = 5},
                              .kind = "deletion",
                              .salt = QByteArray(32, 's')};
            event.canonical = encodeEvent(eventkind::deletion, {event.head.uuid, u"Somebody"_s},
                                          TargetsContent{{{last.desk, 1, 30}}});
            event.head.leaf = leafOf(event.salt, event.canonical);
            event.head.link = linkOf(event.head, after);
            return event;
        };
        QCOMPARE(*takeIn(*a.record, {forged(last.desk, last.number + 1, last.link)}), ImportReport());
        QCOMPARE(*takeIn(*a.record, {forged(QByteArray(16, 'x'), 2, noLink())}), ImportReport());
        QCOMPARE(eventsIn(a.file, sampleKey()).size(), events.size());
        // In a chain of its own it is one more deletion to be asked about.
        QCOMPARE(takeIn(*a.record, {forged(QByteArray(16, 'x'), 1, noLink())})->deletions, 1);
    }

    //! A deletion by the desk whose record this one was copied from is asked about too.
    void theDeskBeforeDeletes()
    {
        QVERIFY(!makeSampleRecord(m_folder->filePath(u"a.db"_s)));
        const Desk a = deskOf(u"a.db"_s);
        QVERIFY(QFile::copy(m_folder->filePath(u"a.db"_s), m_folder->filePath(u"b.db"_s)));
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(a.record->deleteCases({sampleReceipt(1)}, {}, someAuthor()));
        const auto report = takeIn(*b.record, itemsOf(*a.record));
        QCOMPARE(report->deletions, 1);
        QVERIFY(b.record->findCase(sampleReceipt(1)));
    }

    //! A check that is not what its event vouches for is refused.
    void aChangedCheckIsRefused()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        ImportedItems items = itemsOf(*a.record);
        auto &check = std::get<ImportedCheck>(items.back());
        check.outcome.httpStatus += 1;
        QCOMPARE(takeIn(*b.record, items).error().code, ErrorCode::Invalid);
        QVERIFY(lines(*b.record).isEmpty());
    }

    //! Where a link, a number or a time was changed, or an event is missing, its desk's chain ends before: what follows
    //! is taken over, and none of it is lost.
    void abrokenChainIsTakenOver_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("missing") << 0;
        QTest::newRow("link") << 1;
        QTest::newRow("number") << 2;
        QTest::newRow("time") << 3;
        QTest::newRow("swapped") << 4;
    }
    void abrokenChainIsTakenOver()
    {
        QFETCH(int, what);
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        ImportedItems items = itemsOf(*a.record);
        const ImportedItems all = items;
        auto &event = std::get<RecordEvent>(items[10]);
        if (what == 1)
            event.head.link[0] = char(event.head.link[0] ^ 1);
        else if (what == 2)
            event.head.number += 1;
        else if (what == 3)
            event.head.at += 1;
        else if (what == 4)
            std::swap(items[10], items[11]);
        else
            items.erase(items.begin() + 10);
        const auto report = takeIn(*b.record, items);
        QCOMPARE(report->checks, 24);
        QVERIFY(report->takenOver > 0);
        QCOMPARE(lines(*b.record), lines(*a.record));
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        // The sound file mends it.
        QCOMPARE(takeIn(*b.record, all)->checks, 0);
        QCOMPARE(lines(*b.record), lines(*a.record));
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
    }

    //! Checks of before there were events have no UUID: they come in once, however often they come, and whatever name
    //! they have by then.
    void checksWithoutUuidComeOnce()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        ImportedItems old;
        for (const ImportedItem &item : itemsOf(*a.record)) {
            if (const auto *check = std::get_if<ImportedCheck>(&item)) {
                old.push_back(*check);
                std::get<ImportedCheck>(old.back()).outcome.uuid.clear();
            }
        }
        QCOMPARE(takeIn(*b.record, old)->checks, 24);
        QCOMPARE(takeIn(*b.record, old)->known, 24);
        QCOMPARE(takeIn(*a.record, old)->known, 24); // where they were recorded in the first place
        QCOMPARE(takeIn(*b.record, itemsOf(*a.record))->checks, 0);
        QCOMPARE(lines(*b.record), lines(*a.record));
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        QCOMPARE(b.record->conflicts()->size(), std::size_t(0));
    }

    //! Details in such a file that say something else than here: what can be joined is, of the rest a person chooses.
    void detailsWithoutEvents()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        CheckOutcome outcome = sampleCheck(25);
        const CaseDetails other{
            .client = u"Garcia"_s, .fileNumber = u"A-1"_s, .note = u"theirs"_s, .tags = {u"asylum"_s}, .onHold = true};
        const ImportedItems items{ImportedCheck{outcome, other}};
        QCOMPARE(takeIn(*a.record, items)->conflicts, 1);
        const CaseDetails now = a.record->findCase(sampleReceipt(1))->details;
        QCOMPARE(now.client, u"García"_s);
        QCOMPARE(now.fileNumber, u"A-1"_s);
        QVERIFY(now.note.contains(u"a note"_s) && now.note.contains(u"theirs"_s));
        QCOMPARE(now.tags, (QStringList{u"urgent"_s, u"asylum"_s}));
        QVERIFY(now.onHold);
        QCOMPARE(a.record->conflicts()->front().others.front().value.client, u"Garcia"_s);
        QCOMPARE(takeIn(*a.record, items)->conflicts, 1);
        QCOMPARE(a.record->findCase(sampleReceipt(1))->details, now);
    }

    //! A check that comes between others: what the next one changed is worked out anew.
    void whatChangedIsComparedAnew()
    {
        const Desk a = deskOf(u"a.db"_s);
        const auto checkOf = [](int day, const QString &title) {
            CaseStatus status = caseStatus(sampleReceipt(0));
            status.title.en = title;
            CheckOutcome outcome = goodOutcome(status);
            outcome.checkedAt = someTime().addDays(day);
            return outcome;
        };
        QVERIFY(a.record->record(checkOf(1, u"Case Was Received"_s), someAuthor()));
        QVERIFY(a.record->record(checkOf(5, u"Case Was Approved"_s), someAuthor()));
        QVERIFY(a.record->findCase(sampleReceipt(0))->changedAt == someTime().addDays(5));
        QCOMPARE(takeIn(*a.record, {ImportedCheck{checkOf(3, u"Case Was Approved"_s)}})->checks, 1);
        const auto now = a.record->findCase(sampleReceipt(0));
        QVERIFY(now->changedAt == someTime().addDays(3));
        QVERIFY(now->confirmedAt == someTime().addDays(5));
        QVERIFY(a.record->load(2)->change == Change::Unchanged);
        QVERIFY(a.record->load(3)->change >= Change::Wording);
    }

    //! Lists and visits go by the time of the checks, in whatever order they came.
    void listsGoByTime()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        for (const int number : {3, 13, 30}) {
            CheckOutcome outcome = sampleCheck(number);
            outcome.checkedAt = outcome.checkedAt.addSecs(60);
            QVERIFY(b.record->record(outcome, marta()));
        }
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        const auto times = [&](bool reversed) {
            std::vector<QDateTime> all;
            const auto page = b.record->checks({.criteria = {.reversed = reversed}}, someAuthor().at);
            for (const CheckRow &row : page->rows)
                all.push_back(row.checkedAt);
            return all;
        };
        QCOMPARE(times(false).size(), std::size_t(27));
        for (Result<bool> done = false; done && !*done; done = b.record->readMore()) {
        }
        QVERIFY(std::ranges::is_sorted(times(false), std::greater()));
        QVERIFY(std::ranges::is_sorted(times(true)));
        const ListQuery ofDay{.from = ListQuery::From::Date, .date = someTime().addDays(13).toLocalTime().date()};
        QCOMPARE(b.record->checks(ofDay, someAuthor().at)->rows.front().checkedAt, someTime().addDays(13).addSecs(60));
        std::vector<QDateTime> cases;
        const auto page = b.record->cases({}, someAuthor().at);
        for (const CaseRow &row : page->rows)
            cases.push_back(row.checkedAt);
        QVERIFY(std::ranges::is_sorted(cases, std::greater()));
        CollectingVisitor seen;
        QVERIFY(!b.record->show(b.record->idsWithin({}, someAuthor().at), seen, false));
        QVERIFY(std::ranges::is_sorted(seen.rows, {}, &CheckRow::checkedAt));
    }

    //! A record of the version that had events but no others' is brought up to date, and merges as any other.
    void aRecordOfVersion7()
    {
        const QString file = m_folder->filePath(u"old.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(LINTERNA_FIXTURES "/record/version-7.db"), file));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const Desk old = deskOf(u"old.db"_s);
        QVERIFY(old.record);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(b.record->record(sampleCheck(30), marta()));
        QCOMPARE(takeIn(*b.record, itemsOf(*old.record))->checks, 24);
        QCOMPARE(takeIn(*old.record, itemsOf(*b.record))->checks, 1);
        QCOMPARE(lines(*old.record), lines(*b.record));
        for (const QString &each : {old.file, b.file})
            QCOMPARE(problemsInEvents(each, sampleKey()), QStringList());
    }

    //! Two copies of a record of before there were events, brought up to date apart: the same checks have the same UUID
    //! and other leaves. Nothing is there twice, and the chains of both close.
    void broughtUpToDateApart()
    {
        for (const QString &name : {u"a.db"_s, u"b.db"_s}) {
            QVERIFY(QFile::copy(QStringLiteral(LINTERNA_FIXTURES "/record/version-5.db"), m_folder->filePath(name)));
            QFile::setPermissions(m_folder->filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        const Desk a = deskOf(u"a.db"_s);
        RecordDatabase b;
        QVERIFY(b.open({m_folder->filePath(u"b.db"_s), sampleKey(), RecordRole::Owner}, marta()));
        const QStringList before = lines(*a.record);
        const auto report = takeIn(*a.record, itemsOf(b));
        QVERIFY(report);
        QCOMPARE(report->checks, 0);
        QCOMPARE(report->differing, 0);
        QCOMPARE(report->conflicts, 0);
        QCOMPARE(report->takenOver, 0);
        QCOMPARE(lines(*a.record), before);
        QCOMPARE(desksIn(a.file).size(), 2);
        QCOMPARE(problemsInEvents(a.file, sampleKey()), QStringList());
    }

    //! Events of a later version are kept, and go on to a third desk.
    void unknownKindsAreKept()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        RecordEvent roster{.head = {.uuid = QByteArray(16, 'r'), .desk = QByteArray(16, 'd'), .number = 1, .at = 5},
                           .kind = "roster",
                           .salt = QByteArray(32, 's')};
        CanonicalMap map;
        map.add("format"_L1, canonicalcbor::integer(2));
        map.add("kind"_L1, canonicalcbor::text("roster"_L1));
        map.add("uuid"_L1, canonicalcbor::bytes(roster.head.uuid));
        roster.canonical = map.encoded();
        roster.head.leaf = leafOf(roster.salt, roster.canonical);
        roster.head.link = linkOf(roster.head, noLink());
        QCOMPARE(takeIn(*a.record, {roster})->events, 1);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(isAmong(itemsOf(*b.record), roster));
    }

    //! Filters that two desks saved: all of them are there, under one name each.
    void savedFiltersAreJoined()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        const Desk b = deskOf(u"b.db"_s);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        const SavedFilter mine{u"mine"_s, {.text = u"García"_s}};
        QVERIFY(a.record->saveFilters({mine, {u"new"_s, {.failed = true}}}, someAuthor()));
        QVERIFY(b.record->saveFilters({mine, {u"new"_s, {.text = u"x"_s}}, {u"more"_s, {}}}, marta()));
        QVERIFY(takeIn(*a.record, itemsOf(*b.record)));
        QVERIFY(*a.record->savedFilters()
                == (std::vector<SavedFilter>{
                    mine, {u"new"_s, {.failed = true}}, {u"new (Marta)"_s, {.text = u"x"_s}}, {u"more"_s, {}}}));
        const std::size_t events = eventsIn(a.file, sampleKey()).size();
        QVERIFY(takeIn(*a.record, itemsOf(*b.record)));
        QCOMPARE(eventsIn(a.file, sampleKey()).size(), events);
        QVERIFY(takeIn(*b.record, itemsOf(*a.record)));
        QVERIFY(*b.record->savedFilters() == *a.record->savedFilters());
    }

    //! What is deleted, and can still be taken back, does not go out; where it comes in that is said, so that the chain
    //! holds there.
    void whatIsHiddenDoesNotGoOut()
    {
        const Desk a = sampleDesk(u"a.db"_s);
        QVERIFY(a.record->deleteCases({sampleReceipt(1)}, {}, someAuthor()));
        const Desk b = deskOf(u"b.db"_s);
        const ImportedItems items = itemsOf(*a.record);
        for (const ImportedItem &item : items) {
            const auto *event = std::get_if<RecordEvent>(&item);
            QVERIFY(!event || !isCheckOf(*event, sampleReceipt(1)));
        }
        QCOMPARE(takeIn(*b.record, items)->checks, 21);
        QCOMPARE(problemsInEvents(b.file, sampleKey()), QStringList());
        QCOMPARE(b.record->foreignDeletions()->size(), std::size_t(0));
    }
};

LINTERNA_TEST(TestMerging)

} // namespace test_merging

#include "test_merging.moc"
