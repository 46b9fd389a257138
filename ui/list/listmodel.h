// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listcolumns.h"
#include "ui/words/dates.h"

#include <QAbstractTableModel>

namespace linterna {

//! One page of a list of the record. Has only the columns that are shown, in their order, so that assistive technology
//! does not read hidden ones. Holds codes and values; words are made in data(), in the language of that moment.
class ListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ListModel(const ViewEnvironment &environment, QObject *parent = nullptr);

    void setRows(ListKind list, std::vector<ListRow> rows);
    //! Adds rows below those that are there.
    void addRows(std::vector<ListRow> rows);
    void setColumns(std::vector<ListColumn> columns);
    [[nodiscard]] ListKind list() const { return m_list; }
    [[nodiscard]] ListColumn column(int section) const { return m_columns[static_cast<std::size_t>(section)]; }
    //! The row of that number; null where there is none. The pointer is valid until rows are set or added.
    [[nodiscard]] const ListRow *row(int number) const;
    [[nodiscard]] const ListRow *row(const QModelIndex &index) const;
    //! Number of the row with that ListRow::id; -1 where it is not on this page.
    [[nodiscard]] int rowOf(qint64 id) const;
    //! Number of the row that shows a check (ListRow::check); -1 where it is not on this page.
    [[nodiscard]] int rowOfCheck(qint64 check) const;
    //! To be called as time passes: emits dataChanged() so that words such as "today" are made anew.
    void sayTimes();
    [[nodiscard]] QDateTime now() const { return m_environment.now(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString spoken(const ListRow &row, ListColumn column) const;
    ViewEnvironment m_environment;
    ListKind m_list = ListKind::Cases;
    std::vector<ListColumn> m_columns{ListColumn::Case, ListColumn::Status};
    std::vector<ListRow> m_rows;
};

} // namespace linterna
