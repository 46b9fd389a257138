// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/ownthread.h"
#include "lib/localrecord/heldwrites.h"
#include "lib/localrecord/officenotes.h"

namespace linterna {

class RecordDatabase;

//! The record: every check that was made, answers and errors alike, appended and never rewritten, encrypted at rest.
//! Owns a thread and the database on it; no call waits. Jobs end in the order in which they were asked for, but
//! for visits, which let others pass. A job that is cancelled before its turn does nothing.
//!
//! Where another program holds the file, what a person wrote or deleted waits here, in its order, until it can be done;
//! a check does not, whose answer must be shown (lib/checks/unstoredchecks.h).
//!
//! Errors: Storage (disk full, read-only, damaged, newer than this program; detail says which), StorageBusy (another
//! program holds the file), Cancelled.
class LocalRecord : public QObject
{
    Q_OBJECT
public:
    //! `clock`: for filters such as "the last seven days", and for the names of files that are set aside.
    explicit LocalRecord(const Clock &clock, QObject *parent = nullptr);
    //! Finishes what was asked for (but visits are cancelled: they can take long), then closes the database and ends
    //! the thread. Jobs that were under way end with what came of them.
    ~LocalRecord() override;

    [[nodiscard]] const Clock &clock() const { return m_clock; }

    //! Opens (or creates) the record, in place of one that is open. Before it has succeeded every other call ends in
    //! Storage. Opening a file whose schema is newer, or which cannot be read with this key, fails and changes nothing
    //! in it. Further errors: NotConfigured (the file was written with another key), Invalid (the key is not 32 bytes).
    [[nodiscard]] JobOf<Nothing> *open(RecordLocation location);
    //! Looks whether a file holds any check, without a key and without changing it. One that is not there holds none.
    //! Error: Storage where it is damaged, newer, or cannot be read. Needs no open record.
    [[nodiscard]] JobOf<bool> *holdsChecks(const QString &file);
    //! Renames the file if it is damaged, so that a new one can be begun, and gives the new name beside it
    //! ("history.damaged-20261122-104200.db"); its bytes stay as they are. Empty, and nothing done, where it is not
    //! damaged. Needs no open record, and must not be asked for the one that is open.
    [[nodiscard]] JobOf<QString> *keepDamaged(const QString &file);

    //! Renames a record whose key is gone ("history.locked-20261122-104200.db"), and `keyFile` with it where there is
    //! one ("history.locked-20261122-104200.key"), and gives the new name; the bytes of both stay as they are. Needs no
    //! open record, and must not be asked for the one that is open.
    [[nodiscard]] JobOf<QString> *keepLocked(const QString &file, const QString &keyFile);

    //! Compares an outcome with the last good answer, stores it, and gives it back with id, change and previous filled
    //! in. The check is on the disk when the job ends. Further error: Invalid (checkedAt is no time).
    [[nodiscard]] JobOf<CheckOutcome> *record(CheckOutcome outcome);
    //! One check, whole, with the last good answer before it. Further error: Unreadable (it cannot be decrypted).
    [[nodiscard]] JobOf<CheckOutcome> *load(qint64 id);
    //! The last good answer for a receipt number; an outcome with id 0 and ErrorCode::NotRecognized when there is none.
    //! One that cannot be decrypted is passed over.
    [[nodiscard]] JobOf<CheckOutcome> *lastGood(const ReceiptNumber &receipt);
    //! The wanted part of the list of checks, or of cases. Both need the record to have been read in and say in
    //! ListPage::complete whether it was; what is there already is found at once.
    [[nodiscard]] JobOf<CheckPage> *checks(ListQuery query);
    [[nodiscard]] JobOf<CasePage> *cases(ListQuery query);
    [[nodiscard]] JobOf<FilterChoices> *filterChoices();
    //! One case. Error: NotRecognized where there was never a check of it.
    [[nodiscard]] JobOf<CaseRow> *findCase(const ReceiptNumber &receipt);
    //! Writes what the office knows of a case, which is made where there was none, and gives what stood there before,
    //! so that writing that again undoes it. Error: Invalid (too long; the detail says what).
    [[nodiscard]] JobOf<CaseDetails> *editCase(const ReceiptNumber &receipt, CaseDetails details);
    [[nodiscard]] JobOf<std::vector<SavedFilter>> *savedFilters();
    //! Replaces all saved filters by these, in this order.
    [[nodiscard]] JobOf<Nothing> *saveFilters(std::vector<SavedFilter> filters);
    //! Everything that people of the office wrote into this record: details of cases, and saved filters.
    [[nodiscard]] JobOf<OfficeNotes> *officeNotes();
    //! Merges notes of another record with those of this one (lib/localrecord/officenotes.h), all or nothing.
    [[nodiscard]] JobOf<Nothing> *addOfficeNotes(OfficeNotes notes);
    //! Takes the checks in, all or none, and gives their number. Error: Invalid where the record holds checks already.
    [[nodiscard]] JobOf<qint64> *importAll(std::shared_ptr<CheckSource> source);
    //! Deletes cases with all their checks; those that there are not are passed over. What is deleted is nowhere to be
    //! seen from then on, and can be taken back as long as this record is open and purgeRemoved() was not asked for.
    [[nodiscard]] JobOf<Removed> *removeCases(std::vector<ReceiptNumber> receipts);
    //! What removeCases() would delete; its number is 0.
    [[nodiscard]] JobOf<Removed> *countCases(std::vector<ReceiptNumber> receipts);
    //! Deletes what was checked before a moment, but nothing of cases on hold. A case that has nothing left goes too.
    [[nodiscard]] JobOf<Removed> *removeChecksBefore(const QDateTime &moment);
    //! What removeChecksBefore() would delete; its number is 0.
    [[nodiscard]] JobOf<Removed> *countChecksBefore(const QDateTime &moment);
    //! How the checks before a moment stand to the dates of all others (lib/record/deletionrules.h).
    [[nodiscard]] JobOf<OldChecks> *findOldChecks(const QDateTime &moment);
    //! Undoes the deletion with this number. Error: Invalid where nothing of it is left to undo.
    [[nodiscard]] JobOf<Nothing> *undoDeletion(qint64 number);
    //! Takes what was deleted out of the file, so that nothing of it is left in its bytes, and gives the number of
    //! checks. Done by itself when a record is opened, as far as the disk allows it. Where it failed it can be asked
    //! for again.
    [[nodiscard]] JobOf<qint64> *purgeRemoved();
    //! Whether something was deleted in this run that has not been taken out of the file.
    [[nodiscard]] bool holdsRemoved() const { return m_holdsRemoved; }
    //! The cases whose client is called like this (letter case and accents play no part).
    [[nodiscard]] JobOf<std::vector<ReceiptNumber>> *casesOfClient(const QString &client);
    //! How many edits and deletions of a person wait until another program lets go of the file.
    [[nodiscard]] int waitingWrites() const { return m_waitingWrites; }
    //! A consistent copy of the record in a file beside it. Checks can be recorded while it is made, and are in it. It
    //! may hold what was deleted and can still be taken back. Further error: NotConfigured (the record is in memory).
    [[nodiscard]] JobOf<RecordCopy> *copyRecord(const std::function<void(qint64 done, qint64 total)> &progress = {});
    //! A place for another database file beside the record. Further error: NotConfigured (the record is in memory).
    [[nodiscard]] JobOf<std::shared_ptr<Scratch>> *makeScratch();
    //! Puts `other`, which was opened as a record before and closed again, in place of this record, and gives the name
    //! under which a copy of this one is kept; empty where there was nothing in it. All at once: whatever happens, the
    //! file holds either the one or the other. Further errors: NotConfigured (the record is in memory), Invalid (there
    //! is something in it, and it was not to be replaced).
    [[nodiscard]] JobOf<QString> *replaceWith(RecordCopy other, Replace rule);
    //! Shows all that is within the scope to the visitor, and gives its number. Memory stays flat. Cancelling stops it
    //! between two rows.
    [[nodiscard]] JobOf<qint64> *visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope = {});
    //! How many rows a visit to each of these would see. Waits until all of the record has been read in.
    [[nodiscard]] JobOf<std::vector<qint64>> *count(std::vector<VisitScope> scopes);

signals:
    //! A check was recorded; views reload their page.
    void recorded(qint64 id);
    //! Something else changed: a case was edited, checks came or went. Views reload their page.
    void changed();
    void waitingWritesChanged();
    //! Nothing of these cases is left in the lists.
    void casesRemoved(const std::vector<linterna::ReceiptNumber> &receipts);
    //! The saved filters are others now.
    void filtersChanged();
    //! Another record has taken the place of this one, with other cases, checks and filters.
    void replaced();
    //! All of the record has been read in since it was opened: pages that were not complete can be asked for again.
    void recordRead();

private:
    using Thread = OwnThread<RecordDatabase>;
    template<class T>
    [[nodiscard]] JobOf<T> *ask(Thread::Task<T> task);
    //! As ask(), for what a person wants written: waits while another program holds the file.
    template<class T>
    [[nodiscard]] JobOf<T> *write(Thread::Task<T> task);
    void noteWaiting(int more);
    //! Begins to read in what lists are made from, in between of everything else.
    void readIn();
    void changeLists();
    void noteRemoved(const Removed &removed);
    //! Has a long job (a visit, a copy) cancelled when the store goes.
    void remember(Job *longJob);

    const Clock &m_clock;
    std::unique_ptr<Thread> m_thread;
    //! Visits and copies that may be under way.
    std::vector<QPointer<Job>> m_visits;
    bool m_holdsRemoved = false;
    std::shared_ptr<HeldWrites> m_heldWrites = std::make_shared<HeldWrites>();
    int m_waitingWrites = 0;
    //! readIn() is under way.
    bool m_reading = false;
};

} // namespace linterna
