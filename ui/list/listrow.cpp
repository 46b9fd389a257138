// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listrow.h"

namespace linterna {

namespace {

template<class Row, class Convert>
ListRows converted(ListKind list, const ListPage<Row> &page, Convert convert)
{
    ListRows rows{.list = list,
                  .size = page.pageSize,
                  .skipped = page.offset,
                  .total = page.total,
                  .complete = page.complete,
                  .version = page.version};
    rows.rows.reserve(page.rows.size());
    for (const Row &row : page.rows)
        rows.rows.push_back(convert(row));
    return rows;
}

} // namespace

ListRows listRows(const CasePage &page)
{
    return converted(ListKind::Cases, page, [](const CaseRow &row) {
        return ListRow{row, row.lastCheck, row.confirmedAt, row.changedAt};
    });
}

ListRows listRows(const CheckPage &page)
{
    return converted(ListKind::Checks, page, [](const CheckRow &row) {
        const auto at = [&row](bool given) { return given ? std::optional(row.checkedAt) : std::nullopt; };
        return ListRow{
            row,        row.id, at(!row.error), at(row.change > Change::Formatting), row.connection, row.httpStatus,
            row.askedBy};
    });
}

} // namespace linterna
