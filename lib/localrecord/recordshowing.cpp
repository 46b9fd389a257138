// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that shows checks and cases to a visitor.
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<Error> RecordDatabase::show(std::span<const qint64> ids, RecordVisitor &visitor,
                                          const std::atomic_bool &stop) const
{
    if (!std::ranges::is_sorted(ids)) { // sorting in SQLite would hold all these replies in memory
        for (const qint64 &id : ids) {
            if (auto error = show(std::span(&id, 1), visitor, stop))
                return error;
        }
        return {};
    }
    const auto depth = visitor.wantsRequests() ? CheckTable::Depth::Requests : CheckTable::Depth::Answer;
    // Checks that were deleted meanwhile are left out.
    Rows rows = database().query(CheckTable::selectWhole(depth)
                                     + u"WHERE checks.id IN (SELECT value FROM json_each(?)) ORDER BY checks.id"_s,
                                 {jsonList(ids)});
    while (rows.next()) {
        if (stop)
            return Error{.code = ErrorCode::Cancelled};
        CheckTable::Whole whole = m_record->tables.checks.readWhole(rows, {}, depth);
        if (auto error = rows.error())
            return error;
        if (auto error = visitor.row(std::move(whole.row), std::move(whole.outcome)))
            return error;
    }
    return rows.error();
}

namespace {

//! The check that speaks for a case (RecordVisitor::caseRow); 0: none is left.
qint64 speakerOf(const CaseEntry &kept)
{
    return kept.lastGood != 0 ? kept.lastGood : kept.lastCheck;
}

} // namespace

std::optional<Error> RecordDatabase::showCases(std::span<const qint64> ids, RecordVisitor &visitor,
                                               const std::atomic_bool &stop) const
{
    auto kept = casesOf(ids);
    if (!kept)
        return kept.error();
    auto lines = caseRows(*kept);
    if (!lines)
        return lines.error();
    std::vector<qint64> speakers;
    std::ranges::transform(*kept, std::back_inserter(speakers), speakerOf);
    const auto depth = visitor.wantsRequests() ? CheckTable::Depth::Requests : CheckTable::Depth::Answer;
    QHash<qint64, CheckTable::Whole> checks;
    const QString these = u"WHERE checks.id IN (SELECT value FROM json_each(?))"_s;
    Rows rows = database().query(CheckTable::selectWhole(depth) + these, {jsonList(speakers)});
    while (rows.next())
        checks.insert(rows.integer(0), m_record->tables.checks.readWhole(rows, {}, depth));
    if (rows.error())
        return rows.error();
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        if (stop)
            return Error{.code = ErrorCode::Cancelled};
        CheckTable::Whole check = checks.value(speakers[i]);
        if (check.row.receipt && check.row.receipt != (*lines)[i].receipt)
            check = {}; // the check is of another case
        // Filled in also where that check cannot be read, or there is none.
        check.row.receipt = (*lines)[i].receipt;
        check.row.details = (*lines)[i].details;
        if (auto error = visitor.caseRow(std::move((*lines)[i]), std::move(check.row), std::move(check.outcome)))
            return error;
    }
    return {};
}

} // namespace linterna
