// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/fieldheads.h"
#include "lib/localrecord/foreignchains.h"
#include "lib/record/checksource.h"
#include "lib/record/eventranges.h"
#include "lib/record/merging.h"

#include <QSet>

namespace linterna {

//! Takes events and checks of a file into the record, beside what is there (lib/record/merging.h). Call all of it inside
//! of one transaction, which is rolled back where anything fails.
class EventImport
{
public:
    EventImport(RecordTables &tables, const Author &author);

    //! Call first.
    [[nodiscard]] std::optional<Error> begin();
    //! Error: Invalid (the event is not what its leaf vouches for).
    [[nodiscard]] std::optional<Error> take(const RecordEvent &event);
    //! Error: Invalid (the check is not what its event says, or its case has too long details).
    [[nodiscard]] std::optional<Error> take(const ImportedCheck &imported);
    //! Works out anew what follows from what came: fields, filters, what changed. Conflicts and deletions that wait are
    //! not counted.
    [[nodiscard]] Result<ImportReport> finish();

private:
    //! An event that is here already.
    struct Here {
        qint64 id = 0;
        QByteArray desk = {};
        qint64 number = 0;
        QByteArray leaf = {};
        QByteArray link = {};
        QByteArray sealed = {};
    };
    [[nodiscard]] Result<std::optional<Here>> find(const QByteArray &uuid) const;
    [[nodiscard]] std::optional<Error> takeNew(const RecordEvent &event);
    [[nodiscard]] std::optional<Error> takeKnown(const RecordEvent &event, const Here &here);
    //! The event came twice, in the chains of two desks.
    [[nodiscard]] std::optional<Error> takeCopy(const RecordEvent &event, const Here &here);
    //! Makes what follows from an event that was inserted: the rows of an edit, say. The rows of a check come with it.
    [[nodiscard]] std::optional<Error> apply(qint64 id, const RecordEvent &event);
    //! Whether a deletion or a purge names this event.
    [[nodiscard]] Result<bool> isDeleted(const Here &here);
    //! What all events of one of these kinds name.
    [[nodiscard]] Result<std::vector<EventRange>> namedBy(QLatin1StringView kind) const;
    //! Says by an event that content is gone of which the file only says that it was deleted.
    [[nodiscard]] std::optional<Error> noteContentGone();

    //! Takes in a check whose event is here. False: it is here itself, or was deleted.
    [[nodiscard]] Result<bool> takeCheckOf(const Here &event, CheckOutcome outcome);
    //! Takes in a check that no event vouches for, by an event of this desk. False: the same check is here.
    [[nodiscard]] Result<bool> takeCheckAlone(CheckOutcome outcome);
    //! Works out what a check changed, and notes its case where that bears on later checks.
    [[nodiscard]] Result<CaseEntry> compareInTime(CheckOutcome &outcome);
    [[nodiscard]] std::optional<Error> noteDetails(const ReceiptNumber &receipt, const CaseDetails &details);
    //! Adds a value of a field beside the one that it shows.
    [[nodiscard]] std::optional<Error> putBeside(const CaseEntry &kept, CaseField field, const CaseDetails &value);
    //! Gives the events of checks that came without the check a row, so that they are seen.
    [[nodiscard]] std::optional<Error> addMissingRows();

    RecordTables &m_tables;
    Author m_author;
    ForeignChains m_chains;
    ImportReport m_report;
    //! Ids of cases of which an edit came.
    QSet<qint64> m_edited;
    //! Cases of which the file has an edit, whether it was here or not.
    QSet<QByteArray> m_namedInEdits;
    //! Ids of cases in which a check came between others.
    QSet<qint64> m_outOfOrder;
    //! Events of checks that are in the lists already.
    QSet<qint64> m_withoutRow;
    bool m_filtersCame = false;
    qint64 m_newestBefore = 0;
    std::optional<EventRanges> m_deleted;
    //! Places of events that came without content.
    std::vector<EventRange> m_withoutContent;
};

} // namespace linterna
