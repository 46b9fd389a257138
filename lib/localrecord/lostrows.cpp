// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/lostrows.h"

#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int eventsAtOnce = 20'000; // looked at
constexpr int rowsAtOnce = 500;      // made anew

} // namespace

Result<bool> LostRows::goOn()
{
    if (m_eventsDone)
        return true;
    if (m_casesDone) {
        const auto done = goOnWithEvents();
        m_eventsDone = done && *done;
        return done;
    }
    const auto done = goOnWithCases();
    if (!done)
        return done;
    m_casesDone = *done;
    return false;
}

Result<bool> LostRows::goOnWithCases()
{
    // The distinct case ids come from the index alone; checks of a case that is there are not looked at.
    const auto checks =
        allNumbers(*m_tables.database,
                   u"SELECT id FROM checks WHERE id > ? AND removal = 0 AND case_id IN (SELECT case_id FROM"
                   " (SELECT DISTINCT case_id FROM checks) WHERE NOT EXISTS (SELECT 1 FROM cases WHERE"
                   " cases.id = case_id)) ORDER BY id LIMIT ?"_s,
                   {m_check, rowsAtOnce});
    if (!checks)
        return checks.error();
    if (checks->empty())
        return true;
    RecordTransaction transaction(m_tables);
    if (transaction.error())
        return *transaction.error();
    for (const qint64 check : *checks) {
        if (auto error = restoreCaseOf(check))
            return *error;
        m_check = check;
    }
    if (auto error = settleCases())
        return *error;
    const auto error = transaction.commit();
    return error ? Result<bool>(*error) : false;
}

std::optional<Error> LostRows::restoreCaseOf(qint64 check)
{
    Rows rows = m_tables.database->query(
        u"SELECT %1 FROM checks JOIN events ON events.id = checks.event WHERE checks.id = ?"_s.arg(
            EventTable::columns()),
        {check});
    const auto event = rows.next() ? m_tables.events.open(rows, 0) : std::nullopt;
    if (rows.error())
        return rows.error();
    const auto *content = event ? std::get_if<CheckContent>(&event->decoded.content) : nullptr;
    if (!content)
        return {};
    const auto ofCase = m_tables.cases.findOrAdd(content->receipt);
    if (!ofCase)
        return ofCase.error();
    m_touched << ofCase->id;
    ++m_restored;
    // Edits that named the lost case have no row any more, and get one from their events.
    if (auto error = m_tables.database->execute(
            u"DELETE FROM edits WHERE case_id = (SELECT case_id FROM checks WHERE id = ?)"_s, {check}))
        return error;
    return m_tables.database->execute(u"UPDATE checks SET case_id = ? WHERE id = ?"_s, {ofCase->id, check});
}

Result<bool> LostRows::goOnWithEvents()
{
    const auto events = nextEvents();
    if (!events)
        return events.error();
    if (m_desk == 0)
        return true;
    for (std::size_t done = 0; done < events->size(); done += rowsAtOnce) {
        const auto some = std::span(*events).subspan(done, std::min<std::size_t>(rowsAtOnce, events->size() - done));
        if (auto error = restore(some))
            return *error;
    }
    return false;
}

//! Change numbers of the next events of checks and edits that have content and no row. `m_desk` is 0 after the last.
Result<std::vector<qint64>> LostRows::nextEvents()
{
    const Database &database = *m_tables.database;
    if (m_desk == 0 || m_number == std::numeric_limits<qint64>::max()) {
        const auto next = firstNumber(database, u"SELECT coalesce(min(id), 0) FROM desks WHERE id > ?"_s, {m_desk});
        if (!next)
            return next.error();
        m_desk = *next;
        m_number = 0;
        if (m_desk == 0)
            return std::vector<qint64>();
    }
    // Numbers may be damaged: the slice ends at a row, not at a number that was worked out.
    auto last = firstNumber(
        database, u"SELECT number FROM events WHERE desk = ? AND number > ? ORDER BY number LIMIT 1 OFFSET ?"_s,
        {m_desk, m_number, eventsAtOnce});
    if (!last)
        return last.error();
    if (*last == 0)
        last = std::numeric_limits<qint64>::max();
    const qint64 after = std::exchange(m_number, *last);
    return allNumbers(
        database,
        u"SELECT id FROM events WHERE id IN (SELECT id FROM events AS each WHERE desk = ? AND number > ? AND"
        " number <= ? AND NOT EXISTS (SELECT 1 FROM checks WHERE checks.event = each.id) AND NOT EXISTS"
        " (SELECT 1 FROM edits WHERE edits.event_id = each.id)) AND kind IN ('check', 'edit') AND"
        " length(sealed) > 0"_s,
        {m_desk, after, *last});
}

std::optional<Error> LostRows::restore(std::span<const qint64> events)
{
    RecordTransaction transaction(m_tables);
    if (transaction.error())
        return transaction.error();
    if (auto error = m_deletions ? std::nullopt : readDeletions())
        return error;
    for (const qint64 event : events) {
        if (auto error = restoreRow(event))
            return error;
    }
    if (auto error = settleCases())
        return error;
    return transaction.commit();
}

std::optional<Error> LostRows::restoreRow(qint64 event)
{
    const auto opened = m_tables.events.at(event);
    if (!opened)
        return opened.error();
    if (!*opened)
        return {};
    if (const auto *edit = std::get_if<EditContent>(&(*opened)->decoded.content))
        return restoreEdit(event, *edit);
    return std::holds_alternative<CheckContent>((*opened)->decoded.content) ? restoreCheck(event, **opened)
                                                                            : std::nullopt;
}

std::optional<Error> LostRows::restoreCheck(qint64 event, const OpenedEvent &opened)
{
    const auto &content = std::get<CheckContent>(opened.decoded.content);
    const auto isThere = m_tables.checks.holds(content); // it came twice, under two UUIDs
    const auto deletion = deletionOf(event);
    if (!isThere || !deletion || *isThere)
        return !isThere ? std::optional(isThere.error()) : deletion ? std::nullopt : std::optional(deletion.error());
    const auto ofCase = caseFor(content.receipt, *deletion);
    const auto id = ofCase ? m_tables.checks.restore(event, opened, *ofCase) : ofCase;
    if (!id || *id == 0)
        return id ? std::nullopt : std::optional(id.error());
    ++m_restored;
    return *deletion == 0
        ? std::nullopt
        : m_tables.database->execute(u"UPDATE checks SET removal = ? WHERE id = ?"_s, {*deletion, *id});
}

Result<qint64> LostRows::caseFor(const ReceiptNumber &receipt, qint64 deletion)
{
    if (deletion == 0) {
        const auto ofCase = m_tables.cases.findOrAdd(receipt);
        if (!ofCase)
            return ofCase.error();
        m_touched << ofCase->id;
        return ofCase->id;
    }
    // The case that the same deletion hides, so that both come back together; none where others of its checks are left.
    Rows rows = m_tables.database->query(
        u"SELECT %1 FROM cases WHERE removal <> 0 AND removal = ?"_s.arg(CaseTable::columns()), {deletion});
    qint64 found = 0;
    while (found == 0 && rows.next()) {
        const CaseEntry hidden = m_tables.cases.read(rows, 0, CaseTable::Opening::Once);
        found = hidden.receipt == receipt ? hidden.id : 0;
    }
    if (rows.error())
        return *rows.error();
    if (found != 0)
        return found;
    const auto ofCase = m_tables.cases.find(receipt);
    return !ofCase ? Result<qint64>(ofCase.error()) : *ofCase ? (*ofCase)->id : 0;
}

std::optional<Error> LostRows::restoreEdit(qint64 event, const EditContent &edit)
{
    const auto deletion = deletionOf(event);
    const auto ofCase = deletion ? caseFor(edit.receipt, *deletion) : deletion;
    if (!ofCase)
        return ofCase.error();
    ++m_restored;
    return m_tables.database->execute(u"INSERT INTO edits (event_id, case_id, removal) VALUES (?, ?, ?)"_s,
                                      {event, *ofCase, *deletion});
}

std::optional<Error> LostRows::settleCases()
{
    for (const qint64 id : std::exchange(m_touched, {})) {
        auto kept = m_tables.cases.at(id);
        if (!kept)
            return kept.error();
        if (!*kept)
            continue;
        if (auto error = m_tables.cases.settleFields(**kept))
            return error;
        if (auto error = findLastChecks(m_tables, u"?"_s, {id}))
            return error;
    }
    return {};
}

std::optional<Error> LostRows::readDeletions()
{
    const auto undone = softdeletion::UndoneDeletions::read(m_tables);
    if (!undone)
        return undone.error();
    m_deletions.emplace();
    Rows rows = m_tables.database->query(
        u"SELECT events.id, desks.place, desks.id, %1 FROM events JOIN desks ON desks.id = events.desk WHERE %2"_s.arg(
            EventTable::columns(), EventTable::ofKind(eventkind::deletion)));
    while (rows.next()) {
        auto event = m_tables.events.isHere(rows.bytes(1)) ? m_tables.events.open(rows, 3) : std::nullopt;
        auto *targets = event ? std::get_if<TargetsContent>(&event->decoded.content) : nullptr;
        if (targets && !undone->contains(event->decoded.origin.uuid, rows.integer(2)))
            m_deletions->push_back({rows.integer(0), EventRanges(std::move(targets->targets))});
    }
    return rows.error();
}

Result<qint64> LostRows::deletionOf(qint64 event) const
{
    Rows rows = m_tables.database->query(
        u"SELECT desks.uuid, events.number FROM events JOIN desks ON desks.id = events.desk WHERE events.id = ?"_s,
        {event});
    const QByteArray desk = rows.next() ? rows.bytes(0) : QByteArray();
    const qint64 number = desk.isEmpty() ? 0 : rows.integer(1);
    if (rows.error())
        return *rows.error();
    for (const Deleted &each : *m_deletions) {
        if (each.targets.contains(desk, number))
            return each.id;
    }
    return 0;
}

} // namespace linterna
