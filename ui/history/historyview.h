// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "history/columnmenu.h"

#include <QWidget>

#include <array>

class QMetaMethod;
class QStackedWidget;

namespace linterna {

class Announcer;
class FilterPanel;
class HistoryTable;
class ListFoot;
class ListHead;
class ListMessage;
class ListNote;
class SavedFilters;

//! The record as two lists in one place, a page at a time: the cases, and every check. Shows and emits; HistoryFeed
//! knows.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(const ViewEnvironment &environment, QWidget *parent = nullptr);

    //! What is shown of a list, before the person chooses: emits nothing.
    void setList(ListKind list);
    void setSort(ListKind list, HistorySort sort, bool reversed);
    void setColumns(ListKind list, const ColumnLayout &layout);
    void setDense(bool dense);
    //! What the person wants to see now.
    [[nodiscard]] const ListWish &wish() const { return m_wish; }

    //! A page of the list that wish() names; of another one it is passed over. Keeps the selection by id. `stays`: the
    //! same page anew, of which nothing may jump.
    void setPage(ListRows page, bool stays = false);
    //! More of the page in view. `last`: now it is whole.
    void addRows(std::vector<ListRow> rows, bool last);
    //! The record could not be read; what was shown before is gone.
    void setFailed(const QString &why);
    void setChoices(const FilterChoices &choices);
    void setSavedFilters(std::vector<SavedFilter> filters);
    //! Marks the line of a check without emitting rowChosen(), as soon as it is there; 0 takes the mark away.
    void select(qint64 check);
    //! The clock went on: what is said relative to now is said anew.
    void sayTimes();
    //! Something to say in one line above the buttons. Empty takes it away. `canUndo`: offers to undo it.
    void setMessage(const QString &message, bool wrong = false, bool canUndo = false);
    //! Takes the offer away, but not what was said.
    void endUndoOffer();
    //! For assistive technology alone.
    void announce(const QString &message);
    void openFilter();
    void focusSearch();
    //! As if the person had chosen it.
    void showFilter(const HistoryFilter &filter) { chooseFilter(filter); }

signals:
    //! The person chose another list, filter or order: it is shown from its start.
    void wishChanged(const linterna::ListWish &wish);
    //! The person chose a line. `check`: what it shows, 0 where there is nothing.
    void rowChosen(qint64 id, qint64 check);
    void newestRequested();
    void laterRequested();
    void earlierRequested();
    void dateRequested(const QDate &date);
    void retryRequested();
    //! The filter is open, and what there is to choose from should be known.
    void choicesWanted();
    void savedFiltersChanged(const std::vector<linterna::SavedFilter> &filters);
    void sortChanged(linterna::ListKind list, linterna::HistorySort sort, bool reversed);
    void columnsChanged(linterna::ListKind list, const linterna::ColumnLayout &layout);
    void denseChanged(bool dense);
    void exportRequested();
    // What can be done with the selected rows. The menu offers those to which somebody listens.
    void checkAgainRequested(const linterna::ChosenRows &rows);
    void printRequested(const linterna::ChosenRows &rows);
    void rowsExportRequested(const linterna::ChosenRows &rows);
    void deleteRequested(const linterna::ChosenRows &rows);
    void deleteClientRequested(const linterna::ChosenRows &rows);
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct ListState {
        ColumnLayout layout;
        HistorySort sort = HistorySort::Newest;
        bool reversed = false;
    };
    void build();
    void connectParts();
    void connectTable();
    [[nodiscard]] ListState &state(ListKind list) { return m_lists[static_cast<std::size_t>(list)]; }
    void wishFor(ListWish wish);
    void showWish();
    void chooseList(ListKind list);
    void chooseFilter(const HistoryFilter &filter);
    void showChecksOf(const ReceiptNumber &receipt);
    void chooseSort(HistorySort sort, bool reversed);
    void chooseColumns(const ColumnLayout &layout);
    void closeFilter();
    void showRowMenu(const QPoint &where);
    void showBody();
    void retranslate();

    ListWish m_wish;
    std::array<ListState, 2> m_lists{ListState{ColumnLayout(ListKind::Cases)},
                                     ListState{ColumnLayout(ListKind::Checks)}};
    QWidget *m_body = nullptr; //!< What the stack shows while the filter is closed.
    ColumnMenu *m_columnMenu;
    SavedFilters *m_saved;
    ListHead *m_head;
    QStackedWidget *m_stack;
    QWidget *m_place;
    HistoryTable *m_table;
    ListNote *m_note;
    FilterPanel *m_filter;
    ListMessage *m_message;
    ListFoot *m_foot;
    Announcer *m_announcer;
};

} // namespace linterna
