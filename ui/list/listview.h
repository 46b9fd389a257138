// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/columnmenu.h"
#include "ui/words/dates.h"

#include <QWidget>

class QMetaMethod;
class QStackedWidget;

namespace linterna {

class Announcer;
class FilterPanel;
class ListTable;
class ListFoot;
class ListHead;
class ListMessage;
class ListNote;
class SavedFilters;

//! Shows the record as two lists, of cases and of checks, one at a time and page by page. Only shows and emits;
//! ListFeed reads the record and decides what is shown.
class ListView : public QWidget
{
    Q_OBJECT
public:
    explicit ListView(const ViewEnvironment &environment, QWidget *parent = nullptr);

    [[nodiscard]] ListState &state() { return *m_state; }
    //! The list, filter and order that the person has chosen.
    [[nodiscard]] const ListWish &wish() const { return m_state->wish(); }

    //! Shows a page of the list that wish() names; a page of the other list is ignored. Keeps the selection by id.
    //! `stays`: it is the same page, read anew, and must not scroll.
    void setPage(ListRows page, bool stays = false);
    //! Adds rows to the page in view. `last`: the page is whole with them.
    void addRows(std::vector<ListRow> rows, bool last);
    //! Shows, in place of any rows, that the record could not be read. `why`: a sentence for the person.
    void setFailed(const QString &why);
    //! Where there are no rows: a history of an earlier version is being brought up to date. Until the next page.
    void setUpgrading();
    void setChoices(const FilterChoices &choices);
    void setSavedFilters(std::vector<SavedFilter> filters);
    //! Selects the row that shows a check, as soon as it is there, without emitting rowChosen(); 0 ends the selection.
    void select(qint64 check);
    //! To be called as time passes: words such as "today" are made anew.
    void sayTimes();
    //! Shows one line above the buttons; an empty message hides it. `canUndo`: the line offers undoRequested().
    void setMessage(const QString &message, bool wrong = false, bool canUndo = false);
    //! Removes the offer to undo from the message; its text stays.
    void endUndoOffer();
    //! Makes a screen reader say `message`; nothing is shown.
    void announce(const QString &message);
    void openFilter();
    void focusSearch();
    //! Filters the list as if the person had chosen `filter`.
    void showFilter(const RecordFilter &filter) { m_state->setFilter(filter); }

signals:
    //! The person chose a row; ids as in ListRow. `check` is 0 where the row has none to show.
    void rowChosen(qint64 id, qint64 check);
    void newestRequested();
    void laterRequested();
    void earlierRequested();
    void dateRequested(const QDate &date);
    void retryRequested();
    //! The filter panel was opened: setChoices() is to be called with current values.
    void choicesWanted();
    void savedFiltersChanged(const std::vector<linterna::SavedFilter> &filters);
    void exportRequested();
    // Requests about the selected rows. The rows' context menu offers only those whose signal is connected.
    void checkAgainRequested(const linterna::ListSelection &rows);
    void printRequested(const linterna::ListSelection &rows);
    void rowsExportRequested(const linterna::ListSelection &rows);
    void deleteRequested(const linterna::ListSelection &rows);
    void deleteClientRequested(const linterna::ListSelection &rows);
    void undoRequested();

private:
    void build();
    void connectParts();
    void connectTable();
    void closeFilter();
    void showRowMenu(const QPoint &where);
    void showBody();
    void retranslate();

    ListState *m_state;
    QWidget *m_body = nullptr; //!< Page of m_stack that is shown while the filter panel is closed.
    ColumnMenu *m_columnMenu;
    SavedFilters *m_saved;
    ListHead *m_head;
    QStackedWidget *m_stack;
    QWidget *m_place;
    ListTable *m_table;
    ListNote *m_note;
    FilterPanel *m_filter;
    ListMessage *m_message;
    ListFoot *m_foot;
    Announcer *m_announcer;
};

} // namespace linterna
