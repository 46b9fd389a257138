// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/liststate.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace linterna {

class FilterChips;
class ListTabs;
class SearchBox;

//! Bar above a list: tabs for the two lists, search box, button to the filter panel, and chips of the conditions set.
class ListHead : public QWidget
{
    Q_OBJECT
public:
    ListHead(ListState &state, QMenu *columnMenu, QWidget *parent = nullptr);

    void focusSearch();
    void focusFilter();
    //! Hides the chips while the filter panel is open, which shows the same conditions.
    void setFilterOpen(bool open);

signals:
    void filterRequested();
    void leftDownwards();

private:
    void build();
    void showWish();
    void retranslate();
    void sayFilter();

    ListState &m_state;
    bool m_filterOpen = false;
    ListTabs *m_tabs;
    QPushButton *m_columns;
    SearchBox *m_search;
    QPushButton *m_filter;
    FilterChips *m_chips;
};

} // namespace linterna
