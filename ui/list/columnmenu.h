// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listcolumns.h"

#include <QMenu>

namespace linterna {

//! Menu of a list's look: columns to show, hide and move, the order of the rows, dense rows. Filled anew each time that
//! it opens, in the language of that moment.
class ColumnMenu : public QMenu
{
    Q_OBJECT
public:
    struct State {
        ListKind list = ListKind::Cases;
        ColumnLayout layout = ColumnLayout(ListKind::Cases);
        ListSort sort = ListSort::Newest;
        bool reversed = false;
        bool dense = false;
    };
    explicit ColumnMenu(std::function<State()> state, QWidget *parent = nullptr);
    //! Puts the choices that concern one column first: to sort by it, to move it, to hide it. `section` is an index of
    //! the list's header; -1: no column.
    void setSection(int section) { m_section = section; }

signals:
    void layoutChosen(const linterna::ColumnLayout &layout);
    void sortChosen(linterna::ListSort sort, bool reversed);
    void denseChosen(bool dense);

private:
    void fill();
    void addSectionChoices(const State &state);
    void addMoves(QMenu *menu, const State &state, int section);
    void addSorts(const State &state);
    std::function<State()> m_state;
    int m_section = -1;
};

} // namespace linterna
