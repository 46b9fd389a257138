// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/officenotes.h"
#include "history/recordlists.h"
#include "storage/databasecopy.h"
#include "storage/scratch.h"

#include <atomic>
#include <memory>
#include <span>

namespace linterna {

//! The work behind HistoryStore, which says what each call does: here it is done at once, on the thread that calls.
//! But for isOpen(), open() and the two that take a file, a call needs an open record (asserts).
class HistoryDatabase
{
public:
    [[nodiscard]] bool isOpen() const { return m_record != nullptr; }
    //! How many records were opened so far.
    [[nodiscard]] int opening() const { return m_opening; }
    [[nodiscard]] Result<Nothing> open(const HistoryLocation &location);
    [[nodiscard]] static Result<bool> holdsChecks(const QString &file);
    [[nodiscard]] static Result<QString> keepDamaged(const QString &file, const QDateTime &now);
    [[nodiscard]] static Result<QString> keepLocked(const QString &file, const QString &keyFile, const QDateTime &now);

    //! After an exception: what is kept in memory begins anew. The file holds what it held.
    void recover();

    [[nodiscard]] Result<CheckOutcome> record(CheckOutcome outcome);
    [[nodiscard]] Result<CheckOutcome> load(qint64 id) const;
    [[nodiscard]] Result<CheckOutcome> lastGood(const ReceiptNumber &receipt) const;

    //! Reads in a little more of what lists are made from; true when all of it has been.
    [[nodiscard]] Result<bool> readMore();
    [[nodiscard]] Result<CheckPage> checks(const HistoryQuery &query, const QDateTime &now);
    [[nodiscard]] Result<CasePage> cases(const HistoryQuery &query, const QDateTime &now);
    [[nodiscard]] Result<FilterChoices> filterChoices();
    [[nodiscard]] Result<CaseRow> findCase(const ReceiptNumber &receipt) const;
    [[nodiscard]] Result<CaseDetails> editCase(const ReceiptNumber &receipt, const CaseDetails &details);
    [[nodiscard]] Result<std::vector<SavedFilter>> savedFilters() const;
    [[nodiscard]] Result<Nothing> saveFilters(const std::vector<SavedFilter> &filters);
    [[nodiscard]] Result<OfficeNotes> officeNotes() const;
    [[nodiscard]] Result<Nothing> addOfficeNotes(const OfficeNotes &notes);
    //! `stop` is looked at before each check; the import then ends in Cancelled.
    [[nodiscard]] Result<qint64> importAll(CheckSource &source, const std::atomic_bool &stop);

    [[nodiscard]] Result<Removed> removeCases(const std::vector<ReceiptNumber> &receipts);
    [[nodiscard]] Result<Removed> countCases(const std::vector<ReceiptNumber> &receipts) const;
    [[nodiscard]] Result<Removed> removeChecksBefore(const QDateTime &moment);
    [[nodiscard]] Result<Removed> countChecksBefore(const QDateTime &moment);
    [[nodiscard]] Result<OldChecks> findOldChecks(const QDateTime &moment) const;
    [[nodiscard]] Result<Nothing> takeBack(qint64 number);
    [[nodiscard]] Result<qint64> purgeRemoved();
    [[nodiscard]] Result<std::vector<ReceiptNumber>> casesOfClient(const QString &client) const;

    //! A new file beside the record. Error: NotConfigured where the record is in memory.
    [[nodiscard]] Result<std::shared_ptr<Scratch>> makeScratch() const;
    //! The beginning of a copy of the record into a file, which is made.
    [[nodiscard]] Result<std::shared_ptr<DatabaseCopy>> beginCopy(const QString &file) const;
    //! The key that the open record is written with.
    [[nodiscard]] const Secret &dataKey() const { return m_record->dataKey; }
    [[nodiscard]] Result<qint64> countChecks() const;
    //! Puts the record in `file`, written with `key`, in place of the open one, and gives the name under which that was
    //! kept, empty where it was empty. Error: Invalid (there is something, and it may not be replaced).
    [[nodiscard]] Result<QString> replaceWith(const QString &file, const Secret &key, Replace rule,
                                              const QDateTime &now);

    //! The ids of all that is within a scope, in its order; all of the record must have been read in.
    [[nodiscard]] std::vector<qint64> idsWithin(const VisitScope &scope, const QDateTime &now);
    //! Shows these checks to the visitor; Cancelled when `stop` is found true before one of them.
    [[nodiscard]] std::optional<Error> show(std::span<const qint64> ids, HistoryVisitor &visitor,
                                            const std::atomic_bool &stop) const;
    //! The same for cases.
    [[nodiscard]] std::optional<Error> showCases(std::span<const qint64> ids, HistoryVisitor &visitor,
                                                 const std::atomic_bool &stop) const;

private:
    //! An open record, and what is kept of it in memory.
    struct Record {
        Record(std::shared_ptr<Database> database, const Secret &key) : dataKey(key), tables(std::move(database), key)
        {}
        Secret dataKey;
        RecordTables tables;
        std::unique_ptr<RecordIndex> index = std::make_unique<RecordIndex>(tables);
        std::unique_ptr<RecordLists> lists = std::make_unique<RecordLists>(*index);
        qint64 dataVersion = 0;
        //! Something was purged, and the file has not been freed of it since.
        bool toBeShrunk = false;
        //! Forgets what is kept in memory; it will be read in again.
        void startAnew();
    };
    [[nodiscard]] Database &database() const { return *m_record->tables.database; }
    //! Copies the record beside itself under a new name, and gives that.
    [[nodiscard]] Result<QString> keepBeside(const QDateTime &now) const;
    //! Another program may have written to the file meanwhile: what is kept in memory begins anew then.
    [[nodiscard]] std::optional<Error> noticeOthers();
    //! In a transaction: fills in id, change and previous.
    [[nodiscard]] std::optional<Error> writeCheck(CheckOutcome &outcome);
    [[nodiscard]] std::optional<Error> takeIn(const ImportedCheck &imported);
    [[nodiscard]] std::optional<Error> deleteReadableFilters();
    //! In a transaction: these in place of all.
    [[nodiscard]] std::optional<Error> writeFilters(const std::vector<SavedFilter> &filters);
    //! The newest good answer that can be read, with an id of at most `upTo`.
    [[nodiscard]] Result<std::optional<CheckOutcome>> newestGood(const ReceiptNumber &receipt, qint64 upTo) const;
    //! Fills in what was known before the check.
    [[nodiscard]] std::optional<Error> addPrevious(CheckOutcome &outcome, qint64 upTo) const;
    //! Does something in a transaction. Where it fails nothing of it is left; else the lists begin anew.
    template<class T>
    [[nodiscard]] Result<T> change(const std::function<Result<T>(RecordTables &tables)> &work);
    //! The first rows of a list, by SQL that gives all ids in its order and their number.
    [[nodiscard]] Result<ListPart> beginningOf(const HistoryQuery &query, const QString &ids,
                                               const QString &count) const;
    [[nodiscard]] qint64 versionOf(bool whole) const;
    //! In this order.
    [[nodiscard]] Result<std::vector<HistoryRow>> rowsOf(std::span<const qint64> ids) const;
    //! Where what a case has as its last ones is not that, it is changed to what is.
    [[nodiscard]] Result<std::vector<CaseRow>> caseRows(std::span<KeptCase> cases) const;
    [[nodiscard]] bool areLasts(const KeptCase &kept, const QHash<qint64, const HistoryRow *> &checks) const;
    [[nodiscard]] std::optional<Error> findLasts(KeptCase &kept) const;
    //! Once all is read in: cases that would not be found by their receipt number are from then on.
    void putCasesRight();
    //! See history/removalnumbers.h.
    [[nodiscard]] std::optional<Error> showWhatNobodyDeleted();
    //! In this order, without those that were deleted meanwhile.
    [[nodiscard]] Result<std::vector<KeptCase>> casesOf(std::span<const qint64> ids) const;

    std::unique_ptr<Record> m_record;
    HistoryLocation m_location;
    int m_opening = 0;
    //! Of what can be listed: another one after each change.
    qint64 m_version = 0;
};

} // namespace linterna
