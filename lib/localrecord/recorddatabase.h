// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/indexreader.h"
#include "lib/localrecord/recordfile.h"
#include "lib/record/changejournal.h"
#include "lib/record/checksource.h"
#include "lib/record/deletion.h"
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
    [[nodiscard]] Result<Nothing> open(const RecordLocation &location);
    [[nodiscard]] static Result<bool> holdsChecks(const QString &file);
    [[nodiscard]] static Result<QString> keepDamaged(const QString &file, const QDateTime &now);
    [[nodiscard]] static Result<QString> keepLocked(const QString &file, const QString &keyFile, const QDateTime &now);

    //! Call after an exception in one of the other calls: what is kept in memory is dropped and read in again. The file
    //! holds what it held.
    void recover();

    [[nodiscard]] Result<CheckOutcome> record(CheckOutcome outcome);
    [[nodiscard]] Result<CheckOutcome> load(qint64 id) const;
    [[nodiscard]] Result<CheckOutcome> lastGood(const ReceiptNumber &receipt) const;

    //! Reads a little more of what lists are made from into memory; true when all of it has been read.
    [[nodiscard]] Result<bool> readMore();
    [[nodiscard]] Result<CheckPage> checks(const ListQuery &query, const QDateTime &now);
    [[nodiscard]] Result<CasePage> cases(const ListQuery &query, const QDateTime &now);
    [[nodiscard]] Result<FilterChoices> filterChoices();
    [[nodiscard]] Result<CaseRow> findCase(const ReceiptNumber &receipt) const;
    [[nodiscard]] Result<CaseDetails> editCase(const ReceiptNumber &receipt, const CaseDetails &details);
    [[nodiscard]] Result<std::vector<SavedFilter>> savedFilters() const;
    [[nodiscard]] Result<Nothing> saveFilters(const std::vector<SavedFilter> &filters);
    [[nodiscard]] Result<OfficeNotes> officeNotes() const;
    [[nodiscard]] Result<Nothing> addOfficeNotes(const OfficeNotes &notes);
    //! `stop` is looked at before each check; the import then ends in Cancelled.
    [[nodiscard]] Result<qint64> importAll(CheckSource &source, const std::atomic_bool &stop);

    [[nodiscard]] Result<Deletion> deleteCases(const std::vector<ReceiptNumber> &receipts,
                                               const std::vector<SavedFilter> &filters = {});
    [[nodiscard]] Result<Deletion> countCases(const std::vector<ReceiptNumber> &receipts) const;
    [[nodiscard]] Result<Deletion> deleteChecksBefore(const QDateTime &moment);
    [[nodiscard]] Result<Deletion> countChecksBefore(const QDateTime &moment);
    [[nodiscard]] Result<OldChecks> findOldChecks(const QDateTime &moment) const;
    [[nodiscard]] Result<Nothing> undoDeletion(qint64 number, const std::vector<SavedFilter> &filters = {});
    [[nodiscard]] Result<qint64> purgeDeleted();
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
                                              const QDateTime &now);

    [[nodiscard]] Result<RecordChanges> changesAfter(qint64 number);

    //! The ids of all rows within a scope, in the scope's order; all of the record must have been read in (readMore()).
    [[nodiscard]] std::vector<qint64> idsWithin(const VisitScope &scope, const QDateTime &now);
    //! Shows these checks to the visitor; Cancelled when `stop` is found true before one of them.
    [[nodiscard]] std::optional<Error> show(std::span<const qint64> ids, RecordVisitor &visitor,
                                            const std::atomic_bool &stop) const;
    //! Shows these cases to the visitor; Cancelled when `stop` is found true before one of them.
    [[nodiscard]] std::optional<Error> showCases(std::span<const qint64> ids, RecordVisitor &visitor,
                                                 const std::atomic_bool &stop) const;

private:
    //! An open record, and what is kept of it in memory.
    struct Record {
        Record(std::shared_ptr<Database> database, const Secret &key) : dataKey(key), tables(std::move(database), key)
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
        qint64 dataVersion = 0;
        //! Something was purged, and the file has not been shrunk since (shrink() in lib/localrecord/softdeletion.h).
        bool toBeShrunk = false;
        //! Drops what is kept in memory; it will be read in again.
        void startAnew();
    };
    [[nodiscard]] Database &database() const { return *m_record->tables.database; }
    //! Copies the record to a file beside it, and gives the name of the copy.
    [[nodiscard]] Result<QString> keepBeside(const QDateTime &now) const;
    //! Drops what is kept in memory where another program has written to the file meanwhile.
    [[nodiscard]] std::optional<Error> noticeOthers();
    //! Stores a check, and fills in its id, change and previous. Call inside a transaction.
    [[nodiscard]] std::optional<Error> writeCheck(CheckOutcome &outcome);
    [[nodiscard]] std::optional<Error> takeIn(const ImportedCheck &imported);
    [[nodiscard]] std::optional<Error> deleteReadableFilters();
    //! Replaces all saved filters by what `change` makes of them. Call inside a transaction.
    [[nodiscard]] std::optional<Error> changeFilters(
        const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change);
    //! Replaces all saved filters by these. Call inside a transaction.
    [[nodiscard]] std::optional<Error> writeFilters(const std::vector<SavedFilter> &filters);
    //! The newest good answer that can be read, with an id of at most `upTo`.
    [[nodiscard]] Result<std::optional<CheckOutcome>> newestGood(const ReceiptNumber &receipt, qint64 upTo) const;
    //! Fills in the last good answer before the check, of those with an id of at most `upTo`.
    [[nodiscard]] std::optional<Error> addPrevious(CheckOutcome &outcome, qint64 upTo) const;
    //! Runs `work` in a transaction. Where it fails nothing of it is left; where it succeeds the lists begin anew.
    template<class T>
    [[nodiscard]] Result<T> change(const std::function<Result<T>(RecordTables &tables)> &work);
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
    //! Undoes hiding by damaged numbers, see lib/localrecord/deletionnumbers.h.
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
