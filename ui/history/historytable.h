// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "history/listcolumns.h"

#include <QSet>
#include <QTableView>

namespace linterna {

class HistoryDelegate;
class HistoryModel;
class ListHeader;

//! The table of either list: rows that are chosen by their id, columns as the person wants them.
class HistoryTable : public QTableView
{
    Q_OBJECT
public:
    explicit HistoryTable(const ViewEnvironment &environment, QWidget *parent = nullptr);

    //! Keeps what is selected where it is still there. `stays`: the same page anew, so that what is in view stays where
    //! it is unless that is the very first row; else the page is shown from its top. `whole`: no more of it is to come.
    void setRows(ListKind list, std::vector<ListRow> rows, bool stays, bool whole);
    //! More of the same page, below what is there; nothing moves.
    void addRows(std::vector<ListRow> rows, bool last);
    void setColumns(const ColumnLayout &layout);
    [[nodiscard]] const ColumnLayout &columns() const { return m_layout; }
    void setDense(bool dense);
    [[nodiscard]] bool isDense() const { return m_dense; }
    void setSorted(HistorySort sort, bool reversed);
    //! Marks the line of a check without emitting rowChosen(), now or as soon as it is there; 0 takes the mark away.
    void mark(qint64 check);

    [[nodiscard]] const HistoryModel &rows() const { return *m_model; }
    //! The clock went on.
    void sayTimes();
    [[nodiscard]] ChosenRows chosen() const;
    void copyChosen() const;
    //! Says everything anew in the language of the moment.
    void retranslate();

signals:
    //! The person chose one line.
    void rowChosen(qint64 id, qint64 check);
    void columnsChanged(const linterna::ColumnLayout &layout);
    //! The person clicked on the heading of a column that the list can be sorted by.
    void sortChosen(linterna::HistorySort sort, bool reversed);
    void headerMenuRequested(int section, const QPoint &where);
    void rowMenuRequested(const QPoint &where);
    //! The key for it was pressed.
    void deleteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    //! Letters are for the search box.
    void keyboardSearch(const QString &) override {}

private:
    struct Selected {
        QSet<qint64> rows = {};
        qint64 current = 0;
        int column = 0;
    };
    struct Place;
    void connectHeader();
    void arrange();
    void noteWidth(int section, int width);
    void sortBySection(int section);
    void selectionEnded();
    [[nodiscard]] Place place() const;
    void restore(const Place &place, bool stays);
    //! Selects what is still to be selected, of the rows from this one on.
    void reselect(int firstRow);
    void selectOnly(int row);
    [[nodiscard]] std::vector<int> chosenNumbers() const;

    HistoryModel *m_model;
    HistoryDelegate *m_delegate;
    ListHeader *m_header;
    ColumnLayout m_layout = ColumnLayout(ListKind::Cases);
    HistorySort m_sort = HistorySort::Newest;
    bool m_reversed = false;
    bool m_dense = false;
    bool m_filling = false;   //!< What is selected now was not chosen by the person.
    bool m_arranging = false; //!< Nor are the widths.
    qint64 m_wanted = 0;      //!< The check that is to be marked as soon as it is there.
    qint64 m_told = 0;        //!< The line of which rowChosen() told last.
    //! What is to be selected again as soon as it is there; empty once a page is whole.
    Selected m_toSelect;
};

} // namespace linterna
