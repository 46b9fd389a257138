// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace linterna {

class FilterChips;
class ListTabs;
class SearchBox;

//! Above a list: which one, the search box, the way to the filter, and what is filtered by.
class ListHead : public QWidget
{
    Q_OBJECT
public:
    explicit ListHead(QMenu *columnMenu, QWidget *parent = nullptr);

    void setWish(const ListWish &wish);
    void focusSearch();
    void focusFilter();
    //! While the panel is open, the chips would say everything twice.
    void setFilterOpen(bool open);

signals:
    void listChosen(linterna::ListKind list);
    void filterChosen(const linterna::HistoryFilter &filter);
    void filterRequested();
    void leftDownwards();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void sayFilter();

    ListWish m_wish;
    bool m_filterOpen = false;
    ListTabs *m_tabs;
    QPushButton *m_columns;
    SearchBox *m_search;
    QPushButton *m_filter;
    FilterChips *m_chips;
};

} // namespace linterna
