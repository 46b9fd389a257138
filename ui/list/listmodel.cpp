// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmodel.h"

#include "ui/list/rowwords.h"
#include "ui/widgets/foreigntext.h"

#include <algorithm>
#include <iterator>

namespace linterna {

ListModel::ListModel(const ViewEnvironment &environment, QObject *parent)
    : QAbstractTableModel(parent), m_environment(environment)
{}

void ListModel::setRows(ListKind list, std::vector<ListRow> rows)
{
    beginResetModel();
    m_list = list;
    m_rows = std::move(rows);
    endResetModel();
}

void ListModel::addRows(std::vector<ListRow> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    std::ranges::move(rows, std::back_inserter(m_rows));
    endInsertRows();
}

void ListModel::setColumns(std::vector<ListColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

const ListRow *ListModel::row(int number) const
{
    return number >= 0 && static_cast<std::size_t>(number) < m_rows.size() ? &m_rows[static_cast<std::size_t>(number)]
                                                                           : nullptr;
}

const ListRow *ListModel::row(const QModelIndex &index) const
{
    return index.isValid() ? row(index.row()) : nullptr;
}

int ListModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &ListRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ListModel::rowOfCheck(qint64 check) const
{
    const auto found = std::ranges::find(m_rows, check, &ListRow::check);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    const ListRow *found = row(index);
    if (!found || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const ListColumn shown = column(index.column());
    const QString words = spoken(*found, shown);
    return role == Qt::ToolTipRole ? toolTipText(words) : words;
}

//! Text of a cell as one line, for tooltips and screen readers.
QString ListModel::spoken(const ListRow &found, ListColumn shown) const
{
    if (shown != ListColumn::Case && shown != ListColumn::Status)
        return cellText(found, shown, m_list, now());
    const RowWords words = wordsOf(found, now());
    const QString &first = shown == ListColumn::Case ? words.receipt : words.status;
    const QString &second = shown == ListColumn::Case ? words.detail : words.when;
    return first.isEmpty() || second.isEmpty() ? first + second : first + QStringLiteral(", ") + second;
}

void ListModel::sayTimes()
{
    if (!m_rows.empty() && !m_columns.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(column(section) == ListColumn::Status ? Qt::AlignRight : Qt::AlignLeft); // like the column's cells
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return columnTitle(column(section), m_list);
}

} // namespace linterna
