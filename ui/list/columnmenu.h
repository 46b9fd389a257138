// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/liststate.h"

#include <QMenu>

namespace linterna {

//! Menu of a list's look: columns to show, hide and move, the order of the rows, dense rows. Filled anew each time that
//! it opens, in the language of that moment.
class ColumnMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ColumnMenu(ListState &state, QWidget *parent = nullptr);
    //! Puts the choices that concern one column first: to sort by it, to move it, to hide it. `section` is an index of
    //! the list's header; -1: no column.
    void setSection(int section) { m_section = section; }

private:
    void fill();
    void addSectionChoices();
    void addMoves(QMenu *menu, int section);
    void addSorts();
    //! Adds an entry that changes the columns of the list.
    QAction *addChange(QMenu *menu, const QString &text, std::function<void(ColumnLayout &)> change);
    [[nodiscard]] ListKind list() const { return m_state.wish().list; }
    [[nodiscard]] const std::vector<ColumnLayout::Shown> &shown() const { return m_state.columns(list()).shown(); }

    ListState &m_state;
    int m_section = -1;
};

} // namespace linterna
