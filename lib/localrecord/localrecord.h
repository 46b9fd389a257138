// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/localrecord/eventtable.h"
#include "lib/localrecord/recordfile.h"
#include "lib/record/record.h"

#include <QTimer>

namespace linterna {

class RecordThread;

//! The record on this desk: SQLite, encrypted at rest, in a file or in memory. Owns a thread and the database on it.
class LocalRecord : public Record
{
    Q_OBJECT
public:
    //! `clock`: for filters such as "the last seven days", and for the names of files that are set aside.
    explicit LocalRecord(const Clock &clock, QObject *parent = nullptr);
    //! Finishes what was asked for (but visits and copies are cancelled: they can take long), then closes the database
    //! and ends the thread. Jobs that were under way end with what came of them.
    ~LocalRecord() override;

    //! Where the record lies; it must be opened there before anything else can be asked.
    [[nodiscard]] RecordFile &file() { return m_file; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    //! Name of the person who checks and writes from now on; part of every event.
    void setPerson(const QString &name) { m_person = name; }
    [[nodiscard]] const QString &person() const { return m_person; }

    [[nodiscard]] JobOf<CheckOutcome> *record(CheckOutcome outcome) override;
    [[nodiscard]] JobOf<CheckOutcome> *load(qint64 id) override;
    [[nodiscard]] JobOf<CheckInspection> *inspect(qint64 id) override;
    [[nodiscard]] JobOf<CheckOutcome> *lastGood(const ReceiptNumber &receipt) override;
    [[nodiscard]] JobOf<CheckPage> *checks(ListQuery query) override;
    [[nodiscard]] JobOf<CasePage> *cases(ListQuery query) override;
    [[nodiscard]] JobOf<FilterChoices> *filterChoices() override;
    [[nodiscard]] JobOf<CaseRow> *findCase(const ReceiptNumber &receipt) override;
    [[nodiscard]] JobOf<std::vector<ReceiptNumber>> *casesOfClient(const QString &client) override;
    [[nodiscard]] JobOf<qint64> *visit(std::shared_ptr<RecordVisitor> visitor, VisitScope scope = {}) override;
    [[nodiscard]] JobOf<std::vector<qint64>> *count(std::vector<VisitScope> scopes) override;
    [[nodiscard]] JobOf<RecordChanges> *changesAfter(qint64 number) override;
    [[nodiscard]] JobOf<CaseDetails> *editCase(const ReceiptNumber &receipt, CaseDetails details) override;
    [[nodiscard]] JobOf<std::vector<SavedFilter>> *savedFilters() override;
    [[nodiscard]] JobOf<Nothing> *saveFilters(std::vector<SavedFilter> filters) override;
    [[nodiscard]] JobOf<OfficeNotes> *officeNotes() override;
    [[nodiscard]] JobOf<Nothing> *addOfficeNotes(OfficeNotes notes) override;
    [[nodiscard]] JobOf<ImportReport> *importAll(std::shared_ptr<CheckSource> source) override;
    [[nodiscard]] JobOf<std::vector<FieldConflict>> *conflicts() override;
    [[nodiscard]] JobOf<Nothing> *settleConflict(FieldConflict conflict, CaseDetails value) override;
    [[nodiscard]] JobOf<std::vector<ForeignDeletion>> *foreignDeletions() override;
    [[nodiscard]] JobOf<Deletion> *answerDeletion(QByteArray event, bool deleteHere) override;
    [[nodiscard]] JobOf<Deletion> *deleteCases(std::vector<ReceiptNumber> receipts,
                                               std::vector<SavedFilter> filters = {}) override;
    [[nodiscard]] JobOf<Deletion> *deleteEarlierValues(const ReceiptNumber &receipt) override;
    [[nodiscard]] JobOf<Deletion> *countEarlierValues(const ReceiptNumber &receipt) override;
    [[nodiscard]] JobOf<Deletion> *countCases(std::vector<ReceiptNumber> receipts) override;
    [[nodiscard]] JobOf<Deletion> *deleteChecksBefore(const QDateTime &moment) override;
    [[nodiscard]] JobOf<Deletion> *countChecksBefore(const QDateTime &moment) override;
    [[nodiscard]] JobOf<OldChecks> *findOldChecks(const QDateTime &moment) override;
    [[nodiscard]] JobOf<Nothing> *undoDeletion(qint64 number, std::vector<SavedFilter> filters = {}) override;
    [[nodiscard]] int waitingWrites() const override { return m_waitingWrites; }

private:
    friend class RecordFile;

    //! Begins to read in what lists are made from, in between of everything else.
    void readIn();
    //! Begins to look for rows that are gone although their events are there, once all has been read in.
    void restoreLostRows();
    void changeLists();
    //! Tells of what other programs wrote into the file.
    void lookForOthers();
    void noteDeleted(const Deletion &removed);

    [[nodiscard]] Author author() const;

    const Clock &m_clock;
    QString m_person;
    RecordFile m_file{*this};
    std::unique_ptr<RecordThread> m_thread;
    bool m_holdsDeleted = false;
    int m_waitingWrites = 0;
    QTimer m_othersTimer;
    //! lookForOthers() is under way.
    bool m_lookingForOthers = false;
    //! readIn() is under way.
    bool m_reading = false;
};

} // namespace linterna
