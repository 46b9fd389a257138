// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/liststate.h"
#include "ui/words/dates.h"

#include <QSet>
#include <QTableView>

namespace linterna {

class ListDelegate;
class ListModel;
class ListHeader;

//! The table of either list. Selection is kept by the ids of rows; the person arranges the columns.
class ListTable : public QTableView
{
    Q_OBJECT
public:
    ListTable(const ViewEnvironment &environment, ListState &state, QWidget *parent = nullptr);

    //! Shows a page with its list's columns, and keeps selected what is still on it. `stays`: it is the same page, read anew, so that the
    //! scroll position stays unless the table is at its very start; else the page is shown from its top. `whole`: no
    //! addRows() follows.
    void setRows(ListKind list, std::vector<ListRow> rows, bool stays, bool whole);
    //! Adds rows of the same page below those that are there, without scrolling. `last`: no more follow.
    void addRows(std::vector<ListRow> rows, bool last);
    //! Selects the row that shows a check, now or as soon as it arrives, without emitting rowChosen(); 0 ends the
    //! selection.
    void mark(qint64 check);

    [[nodiscard]] const ListModel &rows() const { return *m_model; }
    //! To be called as time passes: words such as "today" are made anew.
    void sayTimes();
    [[nodiscard]] ListSelection chosen() const;
    void copyChosen() const;
    //! Makes all words anew after a change of language.
    void retranslate();

signals:
    //! The person chose one row; ids as in ListRow.
    void rowChosen(qint64 id, qint64 check);
    void headerMenuRequested(int section, const QPoint &where);
    void rowMenuRequested(const QPoint &where);
    //! The person pressed the key that deletes rows.
    void deleteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    //! Does nothing: typed letters do not select rows, searching is for the search box.
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
    void showColumns(ListKind list);
    void showDense();
    void showSort();
    void noteWidth(int section, int width);
    void sortBySection(int section);
    void selectionEnded();
    [[nodiscard]] Place place() const;
    void restore(const Place &place, bool stays);
    //! Selects those rows of m_toSelect that stand at `firstRow` or below.
    void reselect(int firstRow);
    void selectOnly(int row);
    [[nodiscard]] std::vector<int> chosenNumbers() const;

    ListState &m_state;
    ListModel *m_model;
    ListDelegate *m_delegate;
    ListHeader *m_header;
    //! Columns of the list whose rows are in view, which lags behind ListState::wish() until the rows of another list come.
    ColumnLayout m_layout = ColumnLayout(ListKind::Cases);
    bool m_filling = false;   //!< The program is changing the selection: rowChosen() is not emitted.
    bool m_arranging = false; //!< The program is changing the columns: their widths are not a choice of the person.
    qint64 m_wanted = 0;      //!< Check given to mark() whose row has not arrived yet; 0: none.
    qint64 m_told = 0;        //!< ListRow::id of the last rowChosen(), so that the same row is not told twice; 0: none.
    //! Rows that were selected before the page was read anew and have not arrived yet; empty once a page is whole.
    Selected m_toSelect;
};

} // namespace linterna
