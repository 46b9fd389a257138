// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that reads many rows: what lists and files are made of.
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The first page of a list that nobody has filtered or sorted.
bool isBeginning(const ListQuery &query)
{
    return query.from == ListQuery::From::Start && query.criteria == ListCriteria();
}

//! The position of each id.
QHash<qint64, std::size_t> placesOf(std::span<const qint64> ids)
{
    QHash<qint64, std::size_t> places;
    places.reserve(qsizetype(ids.size()));
    for (std::size_t i = 0; i < ids.size(); ++i)
        places.insert(ids[i], i);
    return places;
}

} // namespace

Result<std::vector<CheckRow>> RecordDatabase::rowsOf(std::span<const qint64> ids) const
{
    std::vector<std::optional<CheckRow>> rowsFound(ids.size());
    const auto places = placesOf(ids);
    Rows rows = database().query(CheckTable::selectRows() + u"WHERE checks.id IN (SELECT value FROM json_each(?))"_s,
                                 {jsonList(ids)});
    while (rows.next()) {
        if (const auto place = places.constFind(rows.integer(0)); place != places.cend())
            rowsFound[*place] = m_record->tables.checks.readRow(rows);
    }
    if (rows.error())
        return *rows.error();
    std::vector<CheckRow> found;
    for (std::optional<CheckRow> &row : rowsFound) {
        if (row) // else it was deleted meanwhile
            found.push_back(*std::move(row));
    }
    return found;
}

Result<bool> RecordDatabase::readMore()
{
    if (auto error = noticeOthers())
        return *error;
    Result<bool> complete = m_record->inMemory->reader.readMore();
    if (!complete)
        m_record->startAnew(); // the last row may be only half read
    else if (*complete)
        putCasesRight();
    return complete;
}

Result<ListPart> RecordDatabase::beginningOf(const ListQuery &query, const QString &ids, const QString &count) const
{
    const int pageSize = std::clamp(query.pageSize, 0, ListQuery::LargestPage);
    const int left = pageSize - std::clamp(query.offset, 0, pageSize);
    ListPart part;
    Rows rows = database().query(ids + u" LIMIT ? OFFSET ?"_s,
                                 {query.limit > 0 ? std::min(query.limit, left) : left, pageSize - left});
    while (rows.next())
        part.ids.push_back(rows.integer(0));
    Rows all = database().query(count);
    part.total = all.next() ? all.integer(0) : 0;
    part.pageSize = std::min<qint64>(pageSize, part.total);
    if (rows.error() || all.error())
        return rows.error() ? *rows.error() : *all.error();
    return part;
}

qint64 RecordDatabase::versionOf(bool whole) const
{
    // While the index is being read in, each slice changes what lists find: the generation is their version then.
    return whole ? m_journal.number() : -1 - static_cast<qint64>(m_record->inMemory->index.generation());
}

Result<CheckPage> RecordDatabase::checks(const ListQuery &query, const QDateTime &now)
{
    if (auto error = noticeOthers())
        return *error;
    const bool complete = m_record->inMemory->reader.isComplete();
    const bool fromDisk = !complete && isBeginning(query);
    const Result<ListPart> part = fromDisk
        ? beginningOf(query, u"SELECT id FROM checks WHERE removal = 0 ORDER BY id DESC"_s,
                      u"SELECT count(*) - (SELECT count(*) FROM checks WHERE removal <> 0) FROM checks"_s)
        : Result<ListPart>(m_record->inMemory->lists.checks(query, now));
    if (!part)
        return part.error();
    auto rows = rowsOf(part->ids);
    if (!rows)
        return rows.error();
    return CheckPage{*std::move(rows), part->pageSize,       part->offset,
                     part->total,      complete || fromDisk, versionOf(complete || fromDisk)};
}

namespace {

using RowsById = QHash<qint64, const CheckRow *>;

//! Whether a check is what a case has as its last one, last good one or last change: of the same receipt number, too.
//! A check that cannot be read does not tell its receipt number.
bool isLastCheckOf(const CheckRow *row, const CaseEntry &kept)
{
    return row && (row->unreadable || row->receipt == kept.receipt);
}

bool isLastGoodOf(const CheckRow *row, const CaseEntry &kept)
{
    return row && !row->unreadable && row->receipt == kept.receipt && !row->error;
}

bool isLastChangeOf(const CheckRow *row, const CaseEntry &kept)
{
    return isLastGoodOf(row, kept) && row->change >= Change::Wording;
}

CaseRow caseRow(const CaseEntry &kept, const RowsById &checks)
{
    CaseRow row{{.id = kept.id, .receipt = kept.receipt, .details = kept.receipt ? kept.details : CaseDetails{}}};
    row.lastCheck = kept.lastCheck;
    if (const CheckRow *last = checks.value(kept.lastCheck); isLastCheckOf(last, kept)) {
        row.checkedAt = last->checkedAt;
        row.error = last->error;
        row.lastUnreadable = last->unreadable;
    }
    if (const CheckRow *good = checks.value(kept.lastGood); isLastGoodOf(good, kept)) {
        row.confirmedAt = good->checkedAt;
        row.formType = good->formType;
        row.title = good->title;
        row.category = good->category;
        if (row.lastUnreadable) { // the last check cannot be trusted or shown: the good one stands in
            row.error.reset();
            row.lastCheck = good->id;
        }
    }
    if (const CheckRow *change = checks.value(kept.lastChange); isLastChangeOf(change, kept)) {
        row.changedAt = change->checkedAt;
        row.change = change->change;
    }
    row.unreadable = !kept.receipt || kept.damaged || (row.lastUnreadable && !row.confirmedAt);
    return row;
}

std::vector<qint64> lastsOf(std::span<const CaseEntry> cases)
{
    std::vector<qint64> ids;
    for (const CaseEntry &kept : cases) {
        for (const qint64 id : {kept.lastCheck, kept.lastGood, kept.lastChange}) {
            if (id != 0)
                ids.push_back(id);
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

RowsById byId(const std::vector<CheckRow> &rows)
{
    RowsById checks;
    for (const CheckRow &row : rows)
        checks.insert(row.id, &row);
    return checks;
}

} // namespace

//! Whether the checks that a case names as its last ones are that, and the index knows of no later ones.
bool RecordDatabase::areLasts(const CaseEntry &kept, const RowsById &checks) const
{
    const auto holds = [&](qint64 id, bool (*isOne)(const CheckRow *, const CaseEntry &)) {
        return id == 0 || isOne(checks.value(id), kept);
    };
    if (!holds(kept.lastCheck, isLastCheckOf) || !holds(kept.lastGood, isLastGoodOf)
        || !holds(kept.lastChange, isLastChangeOf))
        return false;
    const std::uint32_t at = m_record->inMemory->index.positionOfCase(kept.id);
    if (!m_record->inMemory->reader.isComplete() || at == 0)
        return true;
    const IndexedCase &known = m_record->inMemory->index.cases()[at];
    return known.lastCheck.id == kept.lastCheck && known.lastGood.id == kept.lastGood
        && known.lastChange.id == kept.lastChange;
}

//! Looks for the last ones among all checks of the case. Where nothing better is found the case stays as it was.
std::optional<Error> RecordDatabase::findLasts(CaseEntry &kept) const
{
    Rows rows = database().query(CheckTable::selectRows()
                                     + u"WHERE checks.case_id = ? AND checks.removal = 0"
                                       " ORDER BY checks.checked_at DESC, checks.id DESC"_s,
                                 {kept.id});
    CaseEntry found{.receipt = kept.receipt};
    while (found.lastChange == 0 && rows.next()) {
        const CheckRow row = m_record->tables.checks.readRow(rows);
        const auto note = [&row](qint64 &last, bool isOne) { last = last == 0 && isOne ? row.id : last; };
        note(found.lastCheck, isLastCheckOf(&row, kept));
        note(found.lastGood, isLastGoodOf(&row, kept));
        note(found.lastChange, isLastChangeOf(&row, kept));
    }
    kept.lastCheck = found.lastCheck;
    kept.lastGood = found.lastGood != 0 ? found.lastGood : kept.lastGood;
    kept.lastChange = found.lastChange;
    return rows.error();
}

Result<std::vector<CaseRow>> RecordDatabase::caseRows(std::span<CaseEntry> cases) const
{
    for (CaseEntry &kept : cases) {
        if (auto error = m_record->tables.cases.compareWithEvents(kept))
            return *error;
    }
    auto rows = rowsOf(lastsOf(cases));
    if (!rows)
        return rows.error();
    RowsById checks = byId(*rows);
    bool changed = false;
    for (CaseEntry &kept : cases) {
        if (areLasts(kept, checks))
            continue;
        changed = true;
        if (auto error = findLasts(kept))
            return *error;
    }
    if (changed) {
        rows = rowsOf(lastsOf(cases));
        if (!rows)
            return rows.error();
        checks = byId(*rows);
    }
    std::vector<CaseRow> found;
    found.reserve(cases.size());
    for (const CaseEntry &kept : cases)
        found.push_back(caseRow(kept, checks));
    return found;
}

Result<std::vector<CaseEntry>> RecordDatabase::casesOf(std::span<const qint64> ids) const
{
    const auto places = placesOf(ids);
    std::vector<std::optional<CaseEntry>> casesFound(ids.size());
    const QString these = u" FROM cases WHERE removal = 0 AND id IN (SELECT value FROM json_each(?))"_s;
    Rows rows = database().query(u"SELECT "_s + CaseTable::columns() + these, {jsonList(ids)});
    while (rows.next()) {
        if (const auto place = places.constFind(rows.integer(0)); place != places.cend())
            casesFound[*place] = m_record->tables.cases.read(rows, 0);
    }
    if (rows.error())
        return *rows.error();
    std::vector<CaseEntry> kept;
    for (std::optional<CaseEntry> &one : casesFound) {
        if (one) // else it was deleted meanwhile
            kept.push_back(*std::move(one));
    }
    return kept;
}

Result<CasePage> RecordDatabase::cases(const ListQuery &query, const QDateTime &now)
{
    if (auto error = noticeOthers())
        return *error;
    const bool complete = m_record->inMemory->reader.isComplete();
    const bool fromDisk = !complete && isBeginning(query);
    const Result<ListPart> part = fromDisk
        ? beginningOf(query, u"SELECT id FROM cases WHERE removal = 0 ORDER BY last_check DESC, id DESC"_s,
                      u"SELECT count(*) - (SELECT count(*) FROM cases WHERE removal <> 0) FROM cases"_s)
        : Result<ListPart>(m_record->inMemory->lists.cases(query, now));
    if (!part)
        return part.error();
    auto kept = casesOf(part->ids);
    if (!kept)
        return kept.error();
    auto found = caseRows(*kept);
    if (!found)
        return found.error();
    return CasePage{*std::move(found), part->pageSize,       part->offset,
                    part->total,       complete || fromDisk, versionOf(complete || fromDisk)};
}

Result<FilterChoices> RecordDatabase::filterChoices()
{
    if (auto error = noticeOthers())
        return *error;
    FilterChoices choices{m_record->inMemory->index.letters().formTypes(), m_record->inMemory->index.tags()};
    choices.formTypes.sort();
    choices.tags.sort(Qt::CaseInsensitive);
    return choices;
}

Result<CaseRow> RecordDatabase::findCase(const ReceiptNumber &receipt) const
{
    auto kept = m_record->tables.cases.find(receipt);
    if (!kept)
        return kept.error();
    if (!*kept)
        return Error{.code = ErrorCode::NotRecognized};
    const auto rows = caseRows(std::span(&**kept, 1));
    if (!rows)
        return rows.error();
    return rows->front();
}

std::vector<qint64> RecordDatabase::idsWithin(const VisitScope &scope, const QDateTime &now)
{
    using What = VisitScope::What;
    QueryEngine &lists = m_record->inMemory->lists;
    std::vector<qint64> ids =
        scope.what == What::Checks ? lists.allChecks(scope.criteria.filter, now) : lists.allCases(scope.criteria, now);
    if (!scope.ids.empty()) {
        std::vector<qint64> wanted = scope.ids;
        std::ranges::sort(wanted);
        std::erase_if(ids, [&](qint64 id) { return !std::ranges::binary_search(wanted, id); });
    }
    return scope.what == What::ChecksOfCases ? lists.checksOf(ids) : ids;
}

} // namespace linterna
