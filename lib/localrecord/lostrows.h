// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/eventranges.h"

#include <QSet>

namespace linterna {

//! Rows of checks, edits and cases that are gone although their events are there: damage took out a row, or emptied a
//! table. They are made anew from the events. Looks through the whole record once, a little at a time.
class LostRows
{
public:
    explicit LostRows(RecordTables &tables) : m_tables(tables) {}

    //! Looks through some more, and makes anew what is missing of it, in a transaction of its own. True at the end.
    [[nodiscard]] Result<bool> goOn();
    [[nodiscard]] bool isDone() const { return m_eventsDone; }
    //! How many rows were made anew so far.
    [[nodiscard]] qint64 restored() const { return m_restored; }
    //! Whether any were made anew since this was asked the last time.
    [[nodiscard]] bool takeRestored() { return m_restored != std::exchange(m_told, m_restored); }

private:
    //! What a deletion of this record names that can still be undone.
    struct Deleted {
        qint64 id = 0;
        EventRanges targets;
    };
    [[nodiscard]] Result<bool> goOnWithCases();
    [[nodiscard]] Result<bool> goOnWithEvents();
    [[nodiscard]] Result<std::vector<qint64>> nextEvents();
    [[nodiscard]] std::optional<Error> restore(std::span<const qint64> events);
    [[nodiscard]] std::optional<Error> restoreRow(qint64 event);
    [[nodiscard]] std::optional<Error> restoreCheck(qint64 event, const OpenedEvent &opened);
    //! The case for a row that is made anew, hidden by this deletion where it is not 0; 0: there is none.
    [[nodiscard]] Result<qint64> caseFor(const ReceiptNumber &receipt, qint64 deletion);
    [[nodiscard]] std::optional<Error> restoreEdit(qint64 event, const EditContent &edit);
    //! Gives a check whose case is not there the case that its event names.
    [[nodiscard]] std::optional<Error> restoreCaseOf(qint64 check);
    [[nodiscard]] std::optional<Error> settleCases();
    [[nodiscard]] std::optional<Error> readDeletions();
    //! The deletion that hides an event; 0: none.
    [[nodiscard]] Result<qint64> deletionOf(qint64 event) const;

    RecordTables &m_tables;
    bool m_casesDone = false;
    bool m_eventsDone = false;
    //! The last check of a lost case that was looked at.
    qint64 m_check = 0;
    //! Where the look at the events is: after this number of this desk (desks.id).
    qint64 m_desk = 0;
    qint64 m_number = 0;
    std::optional<std::vector<Deleted>> m_deletions;
    QSet<qint64> m_touched; //!< Cases.
    qint64 m_restored = 0;
    qint64 m_told = 0;
};

} // namespace linterna
