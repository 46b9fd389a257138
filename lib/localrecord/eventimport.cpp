// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/eventimport.h"

#include "lib/localrecord/filterevents.h"
#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/rowids.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Error invalid(const QString &detail)
{
    return Error{.code = ErrorCode::Invalid, .detail = detail};
}

//! Whether an event is what its leaf vouches for, as far as its content is there.
std::optional<Error> verified(const RecordEvent &event)
{
    if (!hasPlace(event.head) || !isRowId(event.head.number))
        return invalid(u"an event without a name or a place"_s);
    if (event.hasContent() && !isVouchedFor(event))
        return invalid(u"an event that is not what its leaf vouches for"_s);
    return {};
}

//! Whether an event says something by itself. A deletion, say, is that of its desk, and no other one takes it over.
bool isForAnyDesk(const QByteArray &kind)
{
    return std::ranges::none_of(
        std::array{eventkind::deletion, eventkind::restored, eventkind::destroyed, eventkind::desk},
        [&kind](QLatin1StringView each) { return kind == QByteArrayView(each.data(), each.size()); });
}

//! The content of an event apart from who wrote it and when it was taken over; the whole of one that is not understood.
QByteArray contentAlone(const QByteArray &canonical)
{
    const auto decoded = decodeEvent(canonical);
    return decoded ? encodeEvent(QLatin1StringView(decoded->kind), {.uuid = decoded->origin.uuid}, decoded->content)
                   : canonical;
}

} // namespace

EventImport::EventImport(RecordTables &tables, const Author &author)
    : m_tables(tables), m_author(author), m_chains(tables)
{}

std::optional<Error> EventImport::begin()
{
    const auto newest = m_tables.events.newest();
    m_newestBefore = newest ? *newest : 0;
    return newest ? std::nullopt : std::optional(newest.error());
}

Result<std::optional<EventImport::Here>> EventImport::find(const QByteArray &uuid) const
{
    std::optional<Here> here;
    Rows rows = m_tables.database->query(
        u"SELECT events.id, desks.uuid, events.number, events.leaf, events.link, events.sealed FROM events"
        " LEFT JOIN desks ON desks.id = events.desk WHERE events.uuid = ?"_s,
        {uuid});
    if (rows.next())
        here = Here{rows.integer(0), rows.bytes(1), rows.integer(2), rows.bytes(3), rows.bytes(4), rows.bytes(5)};
    if (rows.error())
        return *rows.error();
    return here;
}

std::optional<Error> EventImport::take(const RecordEvent &event)
{
    if (auto error = verified(event))
        return error;
    const auto here = find(event.head.uuid);
    if (!here)
        return here.error();
    return *here ? takeKnown(event, **here) : takeNew(event);
}

std::optional<Error> EventImport::takeNew(const RecordEvent &event)
{
    const auto follows = m_chains.follows(event);
    if (!follows)
        return follows.error();
    if (!*follows && !(event.hasContent() && isForAnyDesk(event.kind)))
        return {}; // it says something only in its place, for which nothing vouches
    Result<qint64> id = 0;
    if (*follows) {
        id = m_chains.insert(event);
        if (!event.hasContent())
            m_withoutContent.push_back({event.head.desk, event.head.number, event.head.number});
    } else {
        const auto appended = m_tables.events.adopt(event, m_author);
        id = appended ? Result<qint64>(appended->id) : appended.error();
        m_chains.forget();
        ++m_report.takenOver;
    }
    ++m_report.events;
    return id ? apply(*id, event) : std::optional(id.error());
}

std::optional<Error> EventImport::takeKnown(const RecordEvent &event, const Here &here)
{
    if (const auto decoded = event.hasContent() ? decodeEvent(event.canonical) : std::nullopt) {
        if (const auto *edit = std::get_if<EditContent>(&decoded->content))
            m_namedInEdits << edit->receipt.toString().toLatin1();
    }
    if (here.desk != event.head.desk || here.number != event.head.number)
        return takeCopy(event, here);
    if (here.leaf != event.head.leaf || here.link != event.head.link) {
        ++m_report.differing;
        return {};
    }
    if (!here.sealed.isEmpty() || !event.hasContent())
        return {};
    const auto deleted = isDeleted(here);
    if (!deleted || *deleted)
        return deleted ? std::nullopt : std::optional(deleted.error());
    // Content that was lost here without anybody having deleted it.
    if (auto error = m_tables.database->execute(u"UPDATE events SET sealed = ? WHERE id = ?"_s,
                                                {m_tables.events.sealed(event), here.id}))
        return error;
    ++m_report.events;
    return apply(here.id, event);
}

std::optional<Error> EventImport::takeCopy(const RecordEvent &event, const Here &here)
{
    const auto content = here.sealed.isEmpty() ? std::nullopt : m_tables.events.unsealed(event.head.uuid, here.sealed);
    if (content && event.hasContent() && contentAlone(content->second) != contentAlone(event.canonical)) {
        ++m_report.differing;
        return {};
    }
    const auto follows = m_chains.follows(event);
    if (!follows || !*follows)
        return follows ? std::nullopt : std::optional(follows.error());
    RecordEvent copy = event;
    if (here.sealed.isEmpty()) { // what was deleted stays deleted
        copy.salt.clear();
        copy.canonical.clear();
    }
    return m_chains.insertCopy(copy);
}

std::optional<Error> EventImport::apply(qint64 id, const RecordEvent &event)
{
    const auto decoded = event.hasContent() ? decodeEvent(event.canonical) : std::nullopt;
    if (!decoded)
        return {};
    m_filtersCame = m_filtersCame || std::holds_alternative<FiltersContent>(decoded->content);
    const auto *edit = std::get_if<EditContent>(&decoded->content);
    if (!edit)
        return {};
    const auto ofCase = m_tables.cases.findOrAdd(edit->receipt);
    if (!ofCase)
        return ofCase.error();
    m_edited << ofCase->id;
    m_namedInEdits << edit->receipt.toString().toLatin1();
    return m_tables.database->execute(u"INSERT OR IGNORE INTO edits (event_id, case_id) VALUES (?, ?)"_s,
                                      {id, ofCase->id});
}

Result<std::vector<EventRange>> EventImport::namedBy(QLatin1StringView kind) const
{
    std::vector<EventRange> named;
    Rows rows = m_tables.database->query(
        u"SELECT %1 FROM events WHERE %2"_s.arg(EventTable::columns(), EventTable::ofKind(kind)));
    while (rows.next()) {
        const auto event = m_tables.events.open(rows, 0);
        if (const auto *targets = event ? std::get_if<TargetsContent>(&event->decoded.content) : nullptr)
            named.insert(named.end(), targets->targets.begin(), targets->targets.end());
    }
    if (rows.error())
        return *rows.error();
    return named;
}

Result<bool> EventImport::isDeleted(const Here &here)
{
    if (!m_deleted) {
        auto deleted = namedBy(eventkind::deletion);
        const auto destroyed = namedBy(eventkind::destroyed);
        if (!deleted || !destroyed)
            return deleted ? destroyed.error() : deleted.error();
        deleted->insert(deleted->end(), destroyed->begin(), destroyed->end());
        m_deleted = EventRanges(*std::move(deleted));
    }
    return m_deleted->contains(here.desk, here.number);
}

std::optional<Error> EventImport::noteContentGone()
{
    if (m_withoutContent.empty())
        return {};
    auto deletions = namedBy(eventkind::deletion);
    auto destructions = namedBy(eventkind::destroyed);
    if (!deletions || !destructions)
        return deletions ? destructions.error() : deletions.error();
    const EventRanges deleted(*std::move(deletions));
    const EventRanges destroyed(*std::move(destructions));
    std::vector<EventRange> gone;
    for (const EventRange &one : m_withoutContent) {
        if (!destroyed.contains(one.desk, one.first) && deleted.contains(one.desk, one.first))
            gone.push_back(one);
    }
    if (gone.empty())
        return {};
    const auto event =
        m_tables.events.append(eventkind::destroyed, TargetsContent{EventRanges(std::move(gone)).joined()}, m_author);
    return event ? std::nullopt : std::optional(event.error());
}

Result<ImportReport> EventImport::finish()
{
    for (const auto step : {&EventImport::addMissingRows, &EventImport::noteContentGone}) {
        if (auto error = (this->*step)())
            return *error;
    }
    for (const qint64 id : std::as_const(m_edited)) {
        auto kept = m_tables.cases.at(id);
        if (!kept)
            return kept.error();
        if (auto error = *kept ? m_tables.cases.settleFields(**kept) : std::nullopt)
            return *error;
    }
    for (const qint64 id : std::as_const(m_outOfOrder)) {
        if (auto error = compareAnew(m_tables, id))
            return *error;
    }
    if (auto error = m_filtersCame ? mergeFilters(m_tables, m_author) : std::nullopt)
        return *error;
    return m_report;
}

std::optional<Error> EventImport::addMissingRows()
{
    std::vector<qint64> ids;
    {
        Rows rows = m_tables.database->query(u"SELECT id FROM events WHERE id > ? AND kind = 'check' AND"
                                             " length(sealed) > 0 AND id NOT IN (SELECT event FROM checks)"_s,
                                             {m_newestBefore});
        while (rows.next()) {
            if (!m_withoutRow.contains(rows.integer(0)))
                ids.push_back(rows.integer(0));
        }
        if (rows.error())
            return rows.error();
    }
    for (const qint64 id : ids) {
        const auto opened = m_tables.events.at(id);
        if (!opened)
            return opened.error();
        const auto *content = *opened ? std::get_if<CheckContent>(&(*opened)->decoded.content) : nullptr;
        if (!content)
            continue;
        const auto ofCase = m_tables.cases.findOrAdd(content->receipt);
        const auto row =
            ofCase ? m_tables.checks.insertWithoutParts(*content, ofCase->id, id) : Result<qint64>(ofCase.error());
        if (!row)
            return row.error();
        if (auto error = findLastChecks(m_tables, u"?"_s, {ofCase->id}))
            return error;
    }
    return {};
}

} // namespace linterna
