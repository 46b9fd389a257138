// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "history/historystore.h"

#include <QAbstractTableModel>

namespace linterna {

//! One page of the record: hands out codes and values. The words of AccessibleTextRole and ToolTipRole are made when
//! asked for, in the language of that moment.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CaseColumn, StatusColumn, ColumnCount };
    //! The HistoryRow of a cell, as a pointer that holds until the next setRows().
    static constexpr int RowRole = Qt::UserRole;

    explicit HistoryModel(const ViewEnvironment &environment, QObject *parent = nullptr);

    void setRows(std::vector<HistoryRow> rows);
    [[nodiscard]] const HistoryRow *row(const QModelIndex &index) const;
    //! Row number of a check; -1 where it is not on this page.
    [[nodiscard]] int rowOf(qint64 id) const;
    [[nodiscard]] QDateTime now() const { return m_environment.now(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ViewEnvironment m_environment;
    std::vector<HistoryRow> m_rows;
};

//! What the delegate paints and a screen reader says of a row.
struct HistoryWords {
    QString receipt;
    QString status; //!< Category, or why there was no answer.
    QString detail; //!< That something changed; form and title.
    QString when;
    bool changed = false;
};
[[nodiscard]] HistoryWords wordsOf(const HistoryRow &row, const QDateTime &now);

} // namespace linterna
