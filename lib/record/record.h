// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/record/changejournal.h"
#include "lib/record/checkinspection.h"
#include "lib/record/checksource.h"
#include "lib/record/deletion.h"
#include "lib/record/merging.h"
#include "lib/record/officenotes.h"
#include "lib/record/recordvisitor.h"

namespace linterna {

//! The record: every check that was made, answers and errors alike, appended and never rewritten, with what the office
//! knows of each case. This is the contract: who implements it passes the suite in tests/support/recordcontract.h, and
//! who uses it knows nothing else. (How a record is opened, kept and copied is not part of it.)
//!
//! No call waits. Every job finishes exactly once, later than the call that gave it. Jobs end in the order in which
//! they were asked for, but for visits, counts and changes made by a person that wait for their turn (waitingWrites()),
//! which let others pass. A job that is cancelled before its turn does nothing.
//!
//! Where another program holds the record, what a person wrote or deleted waits, in its order, until it can be done; a
//! check does not, whose answer must be shown (lib/checks/unstoredchecks.h).
//!
//! Errors: Storage (not open, disk full, read-only, damaged, newer than this program; detail says which), StorageBusy
//! (another program holds it), Cancelled.
class Record : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! Compares an outcome with the last good answer, stores it, and gives it back with id, change and previous filled
    //! in. Ids grow with each check. The check is stored for good when the job ends. Further error: Invalid (checkedAt
    //! is no time).
    [[nodiscard]] virtual JobOf<CheckOutcome> *record(CheckOutcome outcome) = 0;
    //! One check, whole, with the last good answer before it. Further error: Unreadable (it cannot be decrypted).
    [[nodiscard]] virtual JobOf<CheckOutcome> *load(qint64 id) = 0;
    //! Why a check cannot be trusted or shown, and all there is of it in the record, for a person who looks into the
    //! damage. Lists tell only that there is any (ListRowBase::unreadable). Error: NotRecognized (there is no such check).
    [[nodiscard]] virtual JobOf<CheckInspection> *inspect(qint64 id) = 0;
    //! The last good answer for a receipt number; an outcome with id 0 and ErrorCode::NotRecognized when there is none.
    //! One that cannot be decrypted is passed over.
    [[nodiscard]] virtual JobOf<CheckOutcome> *lastGood(const ReceiptNumber &receipt) = 0;

    //! The wanted part of the list of checks, or of cases. Both need the record to have been read in and say in
    //! ListPage::complete whether it was; what is there already is found at once.
    [[nodiscard]] virtual JobOf<CheckPage> *checks(ListQuery query) = 0;
    [[nodiscard]] virtual JobOf<CasePage> *cases(ListQuery query) = 0;
    [[nodiscard]] virtual JobOf<FilterChoices> *filterChoices() = 0;
    //! One case. Error: NotRecognized where there was never a check of it.
    [[nodiscard]] virtual JobOf<CaseRow> *findCase(const ReceiptNumber &receipt) = 0;
    //! The cases whose client is called like this (letter case and accents play no part).
    [[nodiscard]] virtual JobOf<std::vector<ReceiptNumber>> *casesOfClient(const QString &client) = 0;
    //! Shows all that is within the scope to the visitor, and gives its number. Memory stays flat. Cancelling stops it
    //! between two rows.
    [[nodiscard]] virtual JobOf<qint64> *visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope = {}) = 0;
    //! How many rows a visit to each of these would see. Waits until all of the record has been read in.
    [[nodiscard]] virtual JobOf<std::vector<qint64>> *count(std::vector<VisitScope> scopes) = 0;
    //! What has changed after a change number; 0 or a number that this record never gave asks for everything. Numbers
    //! hold for as long as the record is open. Ends after what was asked for before.
    [[nodiscard]] virtual JobOf<RecordChanges> *changesAfter(qint64 number) = 0;

    //! Writes what the office knows of a case, which is made where there was none, and gives what stood there before,
    //! so that writing that again undoes it. Error: Invalid (too long; the detail says what).
    [[nodiscard]] virtual JobOf<CaseDetails> *editCase(const ReceiptNumber &receipt, CaseDetails details) = 0;
    [[nodiscard]] virtual JobOf<std::vector<SavedFilter>> *savedFilters() = 0;
    //! Replaces all saved filters by these, in this order.
    [[nodiscard]] virtual JobOf<Nothing> *saveFilters(std::vector<SavedFilter> filters) = 0;
    //! Everything that people of the office wrote into this record: details of cases, and saved filters.
    [[nodiscard]] virtual JobOf<OfficeNotes> *officeNotes() = 0;
    //! Merges notes of another record with those of this one (lib/record/officenotes.h), all or nothing.
    [[nodiscard]] virtual JobOf<Nothing> *addOfficeNotes(OfficeNotes notes) = 0;
    //! Takes in the events and checks of a file, all or none, beside what is here (lib/record/merging.h). Error: Invalid
    //! (an event is not what its leaf vouches for, or a check not what its event does; the detail says which).
    [[nodiscard]] virtual JobOf<ImportReport> *importAll(std::shared_ptr<CheckSource> source) = 0;
    //! Fields for which desks wrote different values, by receipt number.
    [[nodiscard]] virtual JobOf<std::vector<FieldConflict>> *conflicts() = 0;
    //! Ends a conflict: the field says what it says in `value` from now on, which may be any of its values or another
    //! one. Does nothing where the field was written again, or the conflict was ended, meanwhile. Error: Invalid (too
    //! long).
    [[nodiscard]] virtual JobOf<Nothing> *settleConflict(FieldConflict conflict, CaseDetails value) = 0;
    //! Deletions by other desks of what is still here, oldest first.
    [[nodiscard]] virtual JobOf<std::vector<ForeignDeletion>> *foreignDeletions() = 0;
    //! Deletes here too what such a deletion names, and gives what deleteCases() does; or keeps it, so that the deletion
    //! is not asked about again. Does nothing where it was answered meanwhile.
    [[nodiscard]] virtual JobOf<Deletion> *answerDeletion(QByteArray event, bool deleteHere) = 0;

    //! Deletes cases with all their checks, and saved filters (those that name a client, say), all or nothing. Cases and
    //! filters that there are not are passed over. What is deleted is nowhere to be seen from then on, and can be taken
    //! back as long as this record is open and was not purged.
    [[nodiscard]] virtual JobOf<Deletion> *deleteCases(std::vector<ReceiptNumber> receipts,
                                                       std::vector<SavedFilter> filters = {}) = 0;
    //! Deletes what earlier said fields of a case that say something else by now: earlier notes, say. What a person has
    //! to choose from stays.
    [[nodiscard]] virtual JobOf<Deletion> *deleteEarlierValues(const ReceiptNumber &receipt) = 0;
    //! What deleteEarlierValues() would delete; its number is 0.
    [[nodiscard]] virtual JobOf<Deletion> *countEarlierValues(const ReceiptNumber &receipt) = 0;
    //! What deleteCases() would delete; its number is 0.
    [[nodiscard]] virtual JobOf<Deletion> *countCases(std::vector<ReceiptNumber> receipts) = 0;
    //! Deletes what was checked before a moment, but nothing of cases on hold. A case that has nothing left goes too.
    [[nodiscard]] virtual JobOf<Deletion> *deleteChecksBefore(const QDateTime &moment) = 0;
    //! What deleteChecksBefore() would delete; its number is 0.
    [[nodiscard]] virtual JobOf<Deletion> *countChecksBefore(const QDateTime &moment) = 0;
    //! How the checks before a moment stand to the dates of all others (lib/record/deletionrules.h).
    [[nodiscard]] virtual JobOf<OldChecks> *findOldChecks(const QDateTime &moment) = 0;
    //! Undoes the deletion with this number, and saves the filters again that went with it, all or nothing; where there
    //! is a filter of the same name by now, that one stays. Error: Invalid where nothing is left to undo.
    [[nodiscard]] virtual JobOf<Nothing> *undoDeletion(qint64 number, std::vector<SavedFilter> filters = {}) = 0;

    //! How many edits and deletions of a person wait until another program lets go of the record.
    [[nodiscard]] virtual int waitingWrites() const = 0;

signals:
    //! A check was recorded; views reload their page.
    void recorded(qint64 id);
    //! Something else changed: a case was edited, checks came or went. Views reload their page.
    void changed();
    void waitingWritesChanged();
    //! Nothing of these cases is left in the lists.
    void casesDeleted(const std::vector<linterna::ReceiptNumber> &receipts);
    //! The saved filters are others now.
    void filtersChanged();
    //! Another record has taken the place of this one, with other cases, checks and filters.
    void replaced();
    //! All of the record has been read in since it was opened: pages that were not complete can be asked for again.
    void recordRead();
};

} // namespace linterna
