// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/liststate.h"

namespace linterna {

void ListState::setList(ListKind list)
{
    show(list, m_wish.criteria.filter);
}

void ListState::setFilter(const RecordFilter &filter)
{
    show(m_wish.list, filter);
}

void ListState::show(ListKind list, const RecordFilter &filter)
{
    const Look &look = m_looks[index(list)];
    ListWish wish{list, {filter, look.sort, look.reversed}};
    if (wish == m_wish)
        return;
    m_wish = std::move(wish);
    emit wishChanged(m_wish);
}

void ListState::setSort(ListKind list, ListSort sort, bool reversed)
{
    m_looks[index(list)].sort = sort;
    m_looks[index(list)].reversed = reversed;
    show(m_wish.list, m_wish.criteria.filter);
}

void ListState::setColumns(ListKind list, const ColumnLayout &columns)
{
    if (columns == m_looks[index(list)].columns)
        return;
    m_looks[index(list)].columns = columns;
    emit columnsChanged(list, columns);
}

void ListState::setDense(bool dense)
{
    if (dense == m_dense)
        return;
    m_dense = dense;
    emit denseChanged(dense);
}

} // namespace linterna
