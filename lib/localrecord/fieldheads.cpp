// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/fieldheads.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using EditsByUuid = QHash<QByteArray, const EditSeen *>;

//! Whether an edit replaces another one, or replaces one that does.
bool comesOf(const EditSeen &edit, const QByteArray &earlier, const EditsByUuid &all)
{
    QByteArrayList open = edit.content.replaces;
    QSet<QByteArray> seen; // what events of other desks say may go round in a circle
    while (!open.isEmpty()) {
        const QByteArray uuid = open.takeLast();
        if (uuid == earlier)
            return true;
        const EditSeen *replaced = all.value(uuid);
        if (!replaced || seen.contains(uuid))
            continue;
        seen << uuid;
        open << replaced->content.replaces;
    }
    return false;
}

//! The edit of these that a field shows.
std::size_t shownOf(const std::vector<EditSeen> &heads, const QByteArray &known, const EditsByUuid &all)
{
    const auto rank = [&](const EditSeen &edit) {
        const bool continues = !known.isEmpty() && comesOf(edit, known, all);
        return std::tuple(edit.uuid == known, continues, !edit.aside, edit.at, edit.event);
    };
    const auto best = std::ranges::max_element(heads, {}, rank);
    return std::size_t(best - heads.begin());
}

} // namespace

Result<std::vector<EditSeen>> editsOf(const Database &database, const EventTable &events, const CaseEntry &ofCase)
{
    std::vector<EditSeen> edits;
    Rows rows = database.query(
        u"SELECT events.id, events.at, edits_aside.event_id IS NOT NULL, %1 FROM edits JOIN events ON events.id ="
        " edits.event_id LEFT JOIN edits_aside ON edits_aside.event_id = edits.event_id"
        " WHERE edits.case_id = ? AND edits.removal = 0 ORDER BY edits.event_id"_s.arg(EventTable::columns()),
        {ofCase.id});
    while (rows.next()) {
        auto event = events.open(rows, 3);
        auto *edit = event ? std::get_if<EditContent>(&event->decoded.content) : nullptr;
        if (!edit || edit->receipt != ofCase.receipt)
            continue;
        edits.push_back({.event = rows.integer(0),
                         .uuid = event->decoded.origin.uuid,
                         .content = std::move(*edit),
                         .person = event->decoded.origin.person,
                         .at = rows.integer(1),
                         .aside = rows.integer(2) != 0});
    }
    if (rows.error())
        return *rows.error();
    return edits;
}

std::map<CaseField, FieldHeads> headsOf(const std::vector<EditSeen> &edits, const FieldEvents &known)
{
    EditsByUuid all;
    for (const EditSeen &edit : edits)
        all.insert(edit.uuid, &edit);
    QSet<QByteArray> replaced;
    for (const EditSeen &edit : edits) {
        for (const QByteArray &uuid : edit.content.replaces) {
            const EditSeen *other = all.value(uuid);
            // Of two that replace each other, which no honest desk writes, the one that came last stays.
            const bool isLater = other && other->event >= edit.event && comesOf(*other, edit.uuid, all);
            if (other && other->content.field == edit.content.field && !isLater)
                replaced << uuid;
        }
    }
    std::map<CaseField, std::vector<EditSeen>> heads;
    for (const EditSeen &edit : edits) {
        if (!replaced.contains(edit.uuid))
            heads[edit.content.field].push_back(edit);
    }
    std::map<CaseField, FieldHeads> found;
    for (auto &[field, each] : heads) {
        const auto named = known.find(field);
        const std::size_t shown = shownOf(each, named == known.end() ? QByteArray() : named->second, all);
        FieldHeads these{.shown = std::move(each[shown])};
        each.erase(each.begin() + std::ptrdiff_t(shown));
        these.others = std::move(each);
        found.emplace(field, std::move(these));
    }
    return found;
}

} // namespace linterna
