// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/indexreader.h"
#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/lostrows.h"
#include "lib/localrecord/recordfile.h"
#include "lib/localrecord/recordupgrade.h"
#include "lib/record/changejournal.h"
#include "lib/record/checkinspection.h"
#include "lib/record/checksource.h"
#include "lib/record/deletion.h"
#include "lib/record/merging.h"
#include "lib/record/officenotes.h"
#include "lib/record/recordvisitor.h"
#include "lib/recordindex/queryengine.h"
#include "lib/sqlite/databasecopy.h"
#include "lib/sqlite/scratch.h"

#include <atomic>
#include <memory>
#include <span>

namespace linterna {

//! The work behind LocalRecord and RecordFile; Record and RecordFile document each call: here it is done at once, on the calling thread. All but
//! isOpen(), open() and the static functions need an open record (asserts).
class RecordDatabase
{
public:
    [[nodiscard]] bool isOpen() const { return m_record != nullptr; }
    //! How many records were opened so far.
    [[nodiscard]] int opening() const { return m_opening; }
    [[nodiscard]] Result<Nothing> open(const RecordLocation &location, const Author &author,
                                       const UpgradeOptions &options = {});
    [[nodiscard]] static Result<bool> holdsChecks(const QString &file);
    [[nodiscard]] static Result<QString> keepDamaged(const QString &file, const QDateTime &now);
    [[nodiscard]] static Result<QString> keepLocked(const QString &file, const QString &keyFile, const QDateTime &now);

    //! Call after an exception in one of the other calls: what is kept in memory is dropped and read in again. The file
    //! holds what it held.
    void recover();

    [[nodiscard]] Result<CheckOutcome> record(CheckOutcome outcome, const Author &author);
    [[nodiscard]] Result<CheckOutcome> load(qint64 id) const;
    [[nodiscard]] Result<CheckInspection> inspect(qint64 id) const;
    [[nodiscard]] Result<CheckOutcome> lastGood(const ReceiptNumber &receipt) const;

    //! Reads a little more of what lists are made from into memory; true when all of it has been read.
    [[nodiscard]] Result<bool> readMore();
    //! Looks for rows that are gone although their events are there, a little at a time, and makes them anew
    //! (lib/localrecord/lostrows.h). True when it has looked at all. Call once all has been read in.
    [[nodiscard]] Result<bool> restoreLostRows();
    //! Whether any were made anew since this was asked the last time.
    [[nodiscard]] bool takeRestored() { return m_record->lostRows.takeRestored(); }
    [[nodiscard]] Result<CheckPage> checks(const ListQuery &query, const QDateTime &now);
    [[nodiscard]] Result<CasePage> cases(const ListQuery &query, const QDateTime &now);
    [[nodiscard]] Result<FilterChoices> filterChoices();
    [[nodiscard]] Result<CaseRow> findCase(const ReceiptNumber &receipt) const;
    [[nodiscard]] Result<CaseDetails> editCase(const ReceiptNumber &receipt, const CaseDetails &details,
                                               const Author &author);
    [[nodiscard]] Result<std::vector<SavedFilter>> savedFilters() const;
    [[nodiscard]] Result<Nothing> saveFilters(const std::vector<SavedFilter> &filters, const Author &author);
    [[nodiscard]] Result<OfficeNotes> officeNotes() const;
    [[nodiscard]] Result<Nothing> addOfficeNotes(const OfficeNotes &notes, const Author &author);
    //! `stop` is looked at before each event and check; the import then ends in Cancelled.
    [[nodiscard]] Result<ImportReport> importAll(CheckSource &source, const Author &author,
                                                 const std::atomic_bool &stop);
    [[nodiscard]] Result<std::vector<FieldConflict>> conflicts() const;
    [[nodiscard]] Result<Nothing> settleConflict(const FieldConflict &conflict, const CaseDetails &value,
                                                 const Author &author);
    [[nodiscard]] Result<std::vector<ForeignDeletion>> foreignDeletions() const;
    [[nodiscard]] Result<Deletion> answerDeletion(const QByteArray &event, bool deleteHere, const Author &author);

    [[nodiscard]] Result<Deletion> deleteCases(const std::vector<ReceiptNumber> &receipts,
                                               const std::vector<SavedFilter> &filters, const Author &author);
    [[nodiscard]] Result<Deletion> deleteEarlierValues(const ReceiptNumber &receipt, const Author &author);
    [[nodiscard]] Result<Deletion> countEarlierValues(const ReceiptNumber &receipt) const;
    [[nodiscard]] Result<Deletion> countCases(const std::vector<ReceiptNumber> &receipts) const;
    [[nodiscard]] Result<Deletion> deleteChecksBefore(const QDateTime &moment, const Author &author);
    [[nodiscard]] Result<Deletion> countChecksBefore(const QDateTime &moment, const Author &author);
    [[nodiscard]] Result<OldChecks> findOldChecks(const QDateTime &moment) const;
    [[nodiscard]] Result<Nothing> undoDeletion(qint64 number, const std::vector<SavedFilter> &filters,
                                               const Author &author);
    [[nodiscard]] Result<qint64> purgeDeleted(const Author &author);
    [[nodiscard]] Result<std::vector<ReceiptNumber>> casesOfClient(const QString &client) const;

    //! A new file beside the record. Error: NotConfigured where the record is in memory.
    [[nodiscard]] Result<std::shared_ptr<Scratch>> makeScratch() const;
    //! Begins to copy the record into `file`, which is made.
    [[nodiscard]] Result<std::shared_ptr<DatabaseCopy>> beginCopy(const QString &file) const;
    //! The key that the open record is written with.
    [[nodiscard]] const Secret &dataKey() const { return m_record->dataKey; }
    [[nodiscard]] Result<qint64> countChecks() const;
    //! Puts the record in `file`, written with `key`, in place of the open one, and gives the name under which the old
    //! record was kept; empty where the old one was empty. Error: Invalid (the old one is not empty, and `rule` does
    //! not let it be replaced).
    [[nodiscard]] Result<QString> replaceWith(const QString &file, const Secret &key, Replace rule,
                                              const Author &author);

    [[nodiscard]] Result<RecordChanges> changesAfter(qint64 number);
    //! Takes in what other programs wrote; true where there was any. Costs next to nothing where there was none.
    [[nodiscard]] Result<bool> takeInOthers();
    //! How often everything had to be read in anew since the record was opened.
    [[nodiscard]] int timesReadAnew() const { return m_record->timesBegun; }

    //! The ids of all rows within a scope, in the scope's order; all of the record must have been read in (readMore()).
    [[nodiscard]] std::vector<qint64> idsWithin(const VisitScope &scope, const QDateTime &now);
    //! Where a visit to all events is: after this number of this desk (desks.id).
    struct EventPlace {
        qint64 desk = 0;
        qint64 number = 0;
        //! Events after this one are left out: they came after the visit began.
        qint64 newest = 0;
    };
    [[nodiscard]] Result<EventPlace> beginOfEvents() const;
    //! The next events, those of each desk by number, with which `place` moves on; none after the last. What is deleted
    //! or damaged comes without its content.
    [[nodiscard]] Result<std::vector<RecordEvent>> eventsAfter(EventPlace &place) const;
    //! Change numbers of the events of these checks, in order; and such events.
    [[nodiscard]] Result<std::vector<qint64>> eventsOfChecks(std::span<const qint64> checks) const;
    [[nodiscard]] Result<std::vector<RecordEvent>> eventsAt(std::span<const qint64> ids) const;
    //! Shows these checks to the visitor; Cancelled when `stop` is found true before one of them.
    [[nodiscard]] std::optional<Error> show(std::span<const qint64> ids, RecordVisitor &visitor,
                                            const std::atomic_bool &stop) const;
    //! Shows these cases to the visitor; Cancelled when `stop` is found true before one of them.
    [[nodiscard]] std::optional<Error> showCases(std::span<const qint64> ids, RecordVisitor &visitor,
                                                 const std::atomic_bool &stop) const;

private:
    //! An open record, and what is kept of it in memory.
    struct Record {
        Record(std::shared_ptr<Database> database, const Secret &key, const QString &file)
            : dataKey(key), tables(std::move(database), key, file)
        {}
        Secret dataKey;
        RecordTables tables;
        //! What is kept in memory: the index, what feeds it, and what was found by it.
        struct InMemory {
            explicit InMemory(RecordTables &tables) : reader(tables, index), lists(index) {}
            RecordIndex index;
            IndexReader reader;
            QueryEngine lists;
        };
        std::unique_ptr<InMemory> inMemory = std::make_unique<InMemory>(tables);
        LostRows lostRows{tables};
        qint64 dataVersion = 0;
        //! The newest event that the index and the journal know of.
        qint64 newestEvent = 0;
        //! Something was purged, and the file has not been shrunk since (shrink() in lib/localrecord/softdeletion.h).
        bool toBeShrunk = false;
        //! Drops what is kept in memory; it will be read in again.
        void startAnew();
        //! How often it was dropped.
        int timesBegun = 0;
    };
    [[nodiscard]] Database &database() const { return *m_record->tables.database; }
    //! Copies the record to a file beside it, and gives the name of the copy.
    [[nodiscard]] Result<QString> keepBeside(const QDateTime &now) const;
    //! Takes in the events that another program has written to the file meanwhile.
    [[nodiscard]] std::optional<Error> noticeOthers();
    //! Takes in an event of another program. False: what it changes cannot be followed, all must be read in anew.
    [[nodiscard]] Result<bool> follow(qint64 event, const QString &kind);
    //! Commits what this program wrote, and notes the newest event of it as known. As part of the transaction, because
    //! another program may append events right behind it.
    [[nodiscard]] std::optional<Error> commit(RecordTransaction &transaction);
    //! Stores a check whose change and previous are worked out, and fills in id and uuid. Call inside a transaction.
    [[nodiscard]] std::optional<Error> writeCheck(CheckOutcome &outcome, const Author &author);
    //! Compares an outcome with the last good answer, fills in change and previous, and gives that answer's id (0: there
    //! is none).
    [[nodiscard]] Result<qint64> compare(CheckOutcome &outcome) const;
    //! The id of the last good answer by what the rows say, whether it can be read or not; 0: there is none.
    [[nodiscard]] Result<qint64> lastGoodRow(const ReceiptNumber &receipt) const;
    //! Replaces all saved filters by what `change` makes of them. Call inside a transaction.
    [[nodiscard]] std::optional<Error> changeFilters(
        const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change, const Author &author);
    [[nodiscard]] Result<bool> isDestroyed(qint64 check) const;
    //! Fills in the last good answer before the check.
    [[nodiscard]] std::optional<Error> addPrevious(CheckOutcome &outcome, const BeforeCheck &before) const;
    //! The report with how many conflicts and deletions of other desks wait now.
    [[nodiscard]] Result<ImportReport> withOpenQuestions(ImportReport report) const;
    //! Runs `work` in a transaction. Where it fails nothing of it is left; where it succeeds the lists begin anew.
    template<class T>
    [[nodiscard]] Result<T> change(const std::function<Result<T>(RecordTables &tables)> &work)
    {
        RecordTransaction transaction(m_record->tables);
        if (transaction.error())
            return *transaction.error();
        Result<T> result = work(m_record->tables);
        if (result) {
            if (auto error = commit(transaction))
                result = *error;
        }
        m_record->startAnew();
        m_journal.noteEverything();
        return result;
    }
    //! The first rows of a list, by SQL that gives all ids in its order and their number.
    [[nodiscard]] Result<ListPart> beginningOf(const ListQuery &query, const QString &ids, const QString &count) const;
    [[nodiscard]] qint64 versionOf(bool whole) const;
    //! The rows of these checks, in the order of `ids`.
    [[nodiscard]] Result<std::vector<CheckRow>> rowsOf(std::span<const qint64> ids) const;
    //! The rows of these cases. Where the last checks that a case names are not its last ones, the case is changed to
    //! name the right ones.
    [[nodiscard]] Result<std::vector<CaseRow>> caseRows(std::span<CaseEntry> cases) const;
    [[nodiscard]] bool areLasts(const CaseEntry &kept, const QHash<qint64, const CheckRow *> &checks) const;
    [[nodiscard]] std::optional<Error> findLasts(CaseEntry &kept) const;
    //! Called once all is read in: makes cases that would not be found by their receipt number findable again.
    void putCasesRight();
    //! Undoes hiding by damaged numbers, see lib/localrecord/softdeletion.h.
    [[nodiscard]] std::optional<Error> showWhatNobodyDeleted();
    //! The cases with these ids, in the order of `ids`, without those that were deleted meanwhile.
    [[nodiscard]] Result<std::vector<CaseEntry>> casesOf(std::span<const qint64> ids) const;

    std::unique_ptr<Record> m_record;
    RecordLocation m_location;
    int m_opening = 0;
    //! What changed since this object was made; its number is the version of everything that lists show.
    ChangeJournal m_journal;
};

} // namespace linterna
