// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/filterevents.h"

#include "lib/localrecord/filtercodec.h"
#include "lib/localrecord/rowids.h"

#include <QSet>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! An event of saved filters that is not deleted.
struct FiltersSeen {
    QByteArray uuid;
    QString person;
    FiltersContent content;
};

//! Those that can be read, newest first; `most`: no more than so many.
Result<std::vector<FiltersSeen>> filtersSaved(const RecordTables &tables, std::size_t most)
{
    std::vector<FiltersSeen> found;
    Rows rows = tables.database->query(
        u"SELECT %1 FROM events WHERE %2 AND id NOT IN (SELECT event_id FROM edits WHERE removal <> 0)"
        " ORDER BY id <= ? DESC, id DESC"_s.arg(EventTable::columns(), EventTable::ofKind(eventkind::filters)),
        {largestRowId}); // a damaged number makes no event the newest for ever
    while (found.size() < most && rows.next()) {
        auto event = tables.events.open(rows, 0);
        if (auto *content = event ? std::get_if<FiltersContent>(&event->decoded.content) : nullptr)
            found.push_back({event->decoded.origin.uuid, event->decoded.origin.person, std::move(*content)});
    }
    if (rows.error())
        return *rows.error();
    return found;
}

std::vector<SavedFilter> decoded(const FiltersContent &content)
{
    std::vector<SavedFilter> filters;
    for (const QByteArray &bytes : content.filters) {
        if (auto filter = decodeFilter(bytes))
            filters.push_back(*std::move(filter));
    }
    return filters;
}

std::optional<Error> append(RecordTables &tables, const std::vector<SavedFilter> &filters,
                            const QByteArrayList &replaces, const Author &author)
{
    FiltersContent content{.replaces = replaces};
    for (const SavedFilter &filter : filters)
        content.filters << encodeFilter(filter);
    const auto event = tables.events.append(eventkind::filters, content, author);
    return event ? std::nullopt : std::optional(event.error());
}

//! Adds what another list has and this one has not.
void addOthers(std::vector<SavedFilter> &filters, const FiltersSeen &others)
{
    const auto isThere = [&](const QString &name) {
        return std::ranges::any_of(filters, [&](const SavedFilter &filter) { return filter.name == name; });
    };
    for (SavedFilter &other : decoded(others.content)) {
        if (std::ranges::find(filters, other) != filters.end())
            continue;
        if (isThere(other.name))
            other.name = u"%1 (%2)"_s.arg(other.name, others.person);
        if (!isThere(other.name))
            filters.push_back(std::move(other));
    }
}

} // namespace

Result<std::vector<SavedFilter>> readFilters(const RecordTables &tables)
{
    const auto newest = filtersSaved(tables, 1);
    if (!newest)
        return newest.error();
    return newest->empty() ? std::vector<SavedFilter>() : decoded(newest->front().content);
}

std::optional<Error> writeFilters(RecordTables &tables, const std::vector<SavedFilter> &filters, const Author &author)
{
    const auto before = filtersSaved(tables, 1);
    if (!before)
        return before.error();
    return append(tables, filters, before->empty() ? QByteArrayList() : QByteArrayList{before->front().uuid}, author);
}

std::optional<Error> mergeFilters(RecordTables &tables, const Author &author)
{
    const auto all = filtersSaved(tables, std::numeric_limits<std::size_t>::max());
    if (!all || all->empty())
        return all ? std::nullopt : std::optional(all.error());
    QSet<QByteArray> replaced;
    for (const FiltersSeen &each : *all) {
        for (const QByteArray &uuid : each.content.replaces)
            replaced << uuid;
    }
    std::vector<const FiltersSeen *> heads; // what was here comes first: it was the newest before
    for (auto at = all->rbegin(); at != all->rend(); ++at) {
        if (!replaced.contains(at->uuid))
            heads.push_back(&*at);
    }
    if (heads.empty() || (heads.size() == 1 && heads.front() == &all->front()))
        return {};
    std::vector<SavedFilter> filters = decoded(heads.front()->content);
    QByteArrayList uuids;
    for (const FiltersSeen *each : heads) {
        addOthers(filters, *each);
        uuids << each->uuid;
    }
    return append(tables, filters, uuids, author);
}

} // namespace linterna
