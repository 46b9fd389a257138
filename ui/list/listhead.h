// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listrow.h"

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
    explicit ListHead(QMenu *columnMenu, QWidget *parent = nullptr);

    void setWish(const ListWish &wish);
    void focusSearch();
    void focusFilter();
    //! Hides the chips while the filter panel is open, which shows the same conditions.
    void setFilterOpen(bool open);

signals:
    void listChosen(linterna::ListKind list);
    void filterChosen(const linterna::RecordFilter &filter);
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
