// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listcolumns.h"

#include <QObject>

#include <array>

namespace linterna {

//! What the person wants to see of the record: which list, filtered how; of each list its own order and columns; and
//! whether rows are dense. There is one for a ListView, and its parts show and change this one. A setter that changes
//! nothing emits nothing.
class ListState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const ListWish &wish() const { return m_wish; }
    [[nodiscard]] const ColumnLayout &columns(ListKind list) const { return m_looks[index(list)].columns; }
    [[nodiscard]] bool isDense() const { return m_dense; }

    //! Shows the other list, under the same filter and in its own order.
    void setList(ListKind list);
    void setFilter(const RecordFilter &filter);
    void show(ListKind list, const RecordFilter &filter);
    void setSort(ListKind list, ListSort sort, bool reversed);
    void setColumns(ListKind list, const ColumnLayout &columns);
    void setDense(bool dense);

signals:
    //! Another list, filter or order is wanted, to be shown from its start.
    void wishChanged(const linterna::ListWish &wish);
    void columnsChanged(linterna::ListKind list, const linterna::ColumnLayout &columns);
    void denseChanged(bool dense);

private:
    struct Look {
        ColumnLayout columns;
        ListSort sort = ListSort::Newest;
        bool reversed = false;
    };
    static std::size_t index(ListKind list) { return static_cast<std::size_t>(list); }

    ListWish m_wish;
    std::array<Look, 2> m_looks{Look{ColumnLayout(ListKind::Cases)}, Look{ColumnLayout(ListKind::Checks)}};
    bool m_dense = false;
};

} // namespace linterna
