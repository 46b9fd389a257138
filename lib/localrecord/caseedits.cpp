// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CaseTable that edits cases, and works out from the edits what the fields of a case say.
#include "lib/localrecord/casetable.h"
#include "lib/localrecord/fieldheads.h"
#include "lib/localrecord/rowids.h"

#include <QSet>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

void showHeads(const std::map<CaseField, FieldHeads> &heads, CaseEntry &kept)
{
    kept.details = {};
    kept.fieldEvents.clear();
    for (const auto &[field, values] : heads) {
        copyField(field, values.shown.content.value, kept.details);
        kept.fieldEvents[field] = values.shown.uuid;
    }
}

//! Change numbers of the edits that are to be put aside, and whether they are values that nobody has chosen from: those
//! and what is later than what the fields show, so that the latest that is not aside is a value that is shown.
std::map<qint64, bool> editsPutAside(const std::vector<EditSeen> &edits, const std::map<CaseField, FieldHeads> &heads)
{
    QSet<qint64> shown;
    std::map<qint64, bool> aside;
    qint64 latest = 0;
    for (const auto &[field, values] : heads) {
        shown << values.shown.event;
        latest = std::max(latest, values.shown.event);
        for (const EditSeen &other : values.others)
            aside[other.event] = true;
    }
    for (const EditSeen &edit : edits) {
        if (edit.event > latest && !shown.contains(edit.event))
            aside.emplace(edit.event, false);
    }
    return aside;
}

} // namespace

std::optional<Error> CaseTable::edit(CaseEntry &kept, const CaseDetails &wanted, const Author &author,
                                     const std::optional<qint64> &takenOver)
{
    bool changed = false;
    for (const CaseField field : AllCaseFields) {
        if (!kept.receipt || isSameField(field, kept.details, wanted))
            continue;
        const auto replaced = sameValues(kept, field);
        if (!replaced)
            return replaced.error();
        const auto event = append(kept, field, wanted, *replaced, author, takenOver);
        if (!event)
            return event.error();
        kept.fieldEvents[field] = *event;
        copyField(field, wanted, kept.details);
        changed = true;
    }
    return changed ? writeDetails(kept) : std::nullopt;
}

//! The events that give a field the value that it shows: one, but where two desks wrote the same.
Result<QByteArrayList> CaseTable::sameValues(const CaseEntry &kept, CaseField field) const
{
    const auto shown = kept.fieldEvents.find(field);
    if (shown == kept.fieldEvents.end())
        return QByteArrayList();
    QByteArrayList same{shown->second};
    Rows rows = m_database->query(
        u"SELECT %1 FROM edits_aside JOIN events ON events.id = edits_aside.event_id"
        " WHERE edits_aside.case_id = ? AND edits_aside.conflicting <> 0"_s.arg(EventTable::columns()),
        {kept.id});
    while (rows.next()) {
        const auto event = m_events.open(rows, 0);
        const auto *edit = event ? std::get_if<EditContent>(&event->decoded.content) : nullptr;
        if (edit && edit->field == field && edit->receipt == kept.receipt
            && isSameField(field, edit->value, kept.details))
            same << event->decoded.origin.uuid;
    }
    if (rows.error())
        return *rows.error();
    return same;
}

Result<QByteArray> CaseTable::append(const CaseEntry &kept, CaseField field, const CaseDetails &wanted,
                                     const QByteArrayList &replaces, const Author &author,
                                     const std::optional<qint64> &takenOver)
{
    EditContent content{.receipt = *kept.receipt, .field = field, .replaces = replaces};
    copyField(field, wanted, content.value);
    const auto event = m_events.append(eventkind::edit, content, author, {.takenOver = takenOver});
    if (!event)
        return event.error();
    if (auto error =
            m_database->execute(u"INSERT INTO edits (event_id, case_id) VALUES (?, ?)"_s, {event->id, kept.id}))
        return *error;
    return event->uuid;
}

std::optional<Error> CaseTable::appendEdit(const CaseEntry &kept, CaseField field, const CaseDetails &wanted,
                                           const QByteArrayList &replaces, const Author &author)
{
    const auto event = append(kept, field, wanted, replaces, author, {});
    return event ? std::nullopt : std::optional(event.error());
}

std::optional<Error> CaseTable::compareWithEvents(CaseEntry &kept) const
{
    bool same = !kept.damaged;
    if (same) { // the newest edit is the last one of its field
        Rows newest =
            m_database->query(u"SELECT events.uuid FROM edits JOIN events ON events.id = edits.event_id WHERE"
                              " edits.case_id = ? AND edits.removal = 0 AND edits.event_id NOT IN (SELECT event_id"
                              " FROM edits_aside) ORDER BY edits.event_id DESC LIMIT 1"_s,
                              {kept.id});
        const QByteArray uuid = newest.next() ? newest.bytes(0) : QByteArray();
        same = uuid.isEmpty()
            ? kept.fieldEvents.empty()
            : std::ranges::any_of(kept.fieldEvents, [&](const auto &one) { return one.second == uuid; });
        if (newest.error())
            return newest.error();
    }
    for (auto at = kept.fieldEvents.begin(); same && at != kept.fieldEvents.end(); ++at) {
        const auto event = m_events.find(at->second);
        if (!event)
            return event.error();
        const auto *edit = *event ? std::get_if<EditContent>(&(*event)->decoded.content) : nullptr;
        same = edit && edit->field == at->first && edit->receipt == kept.receipt
            && isSameField(at->first, edit->value, kept.details);
    }
    if (same)
        return {};
    auto error = readDetailsFromEvents(kept);
    kept.damaged = !kept.receipt || !isRowId(kept.id);
    return error;
}

std::optional<Error> CaseTable::readDetailsFromEvents(CaseEntry &kept) const
{
    const auto edits = editsOf(*m_database, m_events, kept);
    if (!edits)
        return edits.error();
    showHeads(headsOf(*edits, {}), kept);
    return {};
}

std::optional<Error> CaseTable::settleFields(CaseEntry &kept)
{
    const auto edits = editsOf(*m_database, m_events, kept);
    if (!edits)
        return edits.error();
    const auto heads = headsOf(*edits, kept.fieldEvents);
    showHeads(heads, kept);
    if (auto error = m_database->execute(u"DELETE FROM edits_aside WHERE case_id = ?"_s, {kept.id}))
        return error;
    for (const auto &[event, conflicting] : editsPutAside(*edits, heads)) {
        if (auto error = m_database->execute(
                u"INSERT OR REPLACE INTO edits_aside (event_id, case_id, conflicting) VALUES (?, ?, ?)"_s,
                {event, kept.id, conflicting ? 1 : 0}))
            return error;
    }
    return writeDetails(kept);
}

} // namespace linterna
