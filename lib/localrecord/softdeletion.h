// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/deletion.h"

#include <QSet>
#include <QStringList>

#include <span>

namespace linterna {

//! What deletions do in the tables; LocalRecord says what each is for. A deletion is an event; the rows that it hides
//! carry its change number, and it can be undone. purge() then destroys the content of the hidden events, and says so by
//! an event. A number that no such event vouches for was put there by damage, and hides nothing for long
//! (showWhatNobodyDeleted).
namespace softdeletion {

//! Hides cases with all their checks and edits, and earlier saved filters, which may name them. In a transaction.
[[nodiscard]] Result<Deletion> hideCases(RecordTables &tables, std::span<const qint64> cases, const Author &author);
//! Whether hideChecksBefore() would hide anything.
[[nodiscard]] Result<bool> isAnyBefore(const Database &database, qint64 moment);
//! What is known of the checks that hideChecksBefore() would hide.
[[nodiscard]] Result<OldChecks> findOldChecks(const Database &database, qint64 moment);
//! Hides all checks before a moment (milliseconds since 1970) and edits that later ones replaced before it, but those of
//! cases on hold, and the cases that have no check left. In a transaction.
[[nodiscard]] Result<Deletion> hideChecksBefore(RecordTables &tables, qint64 moment, const Author &author);
//! Hides these checks and edits, by their change numbers, and the cases that have no check left. In a transaction.
[[nodiscard]] Result<Deletion> hideEvents(RecordTables &tables, std::vector<qint64> events, const Author &author);
//! Brings back what was hidden under this number. A case that was looked up again meanwhile gets its earlier checks
//! back, and keeps what was written on it since. In a transaction. Error: Invalid where nothing is hidden under it any
//! more.
[[nodiscard]] std::optional<Error> undoDeletion(RecordTables &tables, qint64 number, const Author &author);
//! Whether any row is hidden.
[[nodiscard]] Result<bool> isAny(const Database &database);
//! Takes all hidden rows out with the content of their events, and what nothing refers to any more, and gives the number
//! of checks. In a transaction.
[[nodiscard]] Result<qint64> purge(RecordTables &tables, const Author &author);
//! Statements that delete what no check names any more: answers, then texts. In a transaction.
[[nodiscard]] QStringList unreferencedRows();
//! Call after purge(), outside of a transaction: makes sure that nothing of what was purged is left in the log, nor in
//! parts of the file that hold nothing. Takes about a second for each 100 MB of the file.
[[nodiscard]] std::optional<Error> shrink(Database &database);

//! Deletions that were undone by the desk that deleted, or that a person of this desk has undone or refused. What other
//! desks keep makes no difference here.
class UndoneDeletions
{
public:
    [[nodiscard]] static Result<UndoneDeletions> read(const RecordTables &tables);
    //! `desk`: the desk that deleted, by its row in `desks`.
    [[nodiscard]] bool contains(const QByteArray &uuid, qint64 desk) const
    {
        return m_here.contains(uuid) || m_byDesk.contains({uuid, desk});
    }

private:
    QSet<QByteArray> m_here;
    QSet<std::pair<QByteArray, qint64>> m_byDesk;
};
//! Whether rows are hidden that no deletion names.
[[nodiscard]] Result<bool> isAnyUnvouched(const RecordTables &tables);
//! Shows such rows again. In a transaction.
[[nodiscard]] std::optional<Error> showWhatNobodyDeleted(RecordTables &tables);

} // namespace softdeletion

} // namespace linterna
