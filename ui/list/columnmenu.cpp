// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/columnmenu.h"

#include <QActionGroup>

namespace linterna {

ColumnMenu::ColumnMenu(std::function<State()> state, QWidget *parent) : QMenu(parent), m_state(std::move(state))
{
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

void ColumnMenu::fill()
{
    clear();
    const State state = m_state();
    if (m_section >= 0 && m_section < int(state.layout.shown().size()))
        addSectionChoices(state);
    addSection(tr("Columns"));
    for (const ListColumn column : columnsOf(state.list)) {
        if (column == ListColumn::Case)
            continue;
        QAction *action = addAction(columnTitle(column, state.list));
        action->setCheckable(true);
        action->setChecked(state.layout.shows(column));
        connect(action, &QAction::triggered, this, [this, column, layout = state.layout](bool shown) mutable {
            layout.setShown(column, shown);
            emit layoutChosen(layout);
        });
    }
    QMenu *moves = addMenu(tr("Move a column"));
    for (int i = 1; i < int(state.layout.shown().size()); ++i)
        addMoves(moves->addMenu(columnTitle(state.layout.shown()[std::size_t(i)].column, state.list)), state, i);
    addSeparator();
    addSorts(state);
    addSeparator();
    QAction *dense = addAction(tr("Dense rows"));
    dense->setCheckable(true);
    dense->setChecked(state.dense);
    connect(dense, &QAction::triggered, this, &ColumnMenu::denseChosen);
    QAction *usual = addAction(tr("Usual columns"));
    connect(usual, &QAction::triggered, this, [this, list = state.list] { emit layoutChosen(ColumnLayout(list)); });
}

void ColumnMenu::addSectionChoices(const State &state)
{
    const ListColumn column = state.layout.shown()[std::size_t(m_section)].column;
    addSection(columnTitle(column, state.list));
    if (const auto sort = sortOf(column)) {
        QAction *action = addAction(tr("Sort by this"));
        connect(action, &QAction::triggered, this, [this, sort] { emit sortChosen(*sort, false); });
    }
    if (m_section == 0)
        return;
    addMoves(this, state, m_section);
    QAction *hide = addAction(tr("Hide this column"));
    connect(hide, &QAction::triggered, this, [this, column, layout = state.layout]() mutable {
        layout.setShown(column, false);
        emit layoutChosen(layout);
    });
}

void ColumnMenu::addMoves(QMenu *menu, const State &state, int section)
{
    const auto add = [&](const QString &text, int to, bool possible) {
        QAction *action = menu->addAction(text);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, [this, section, to, layout = state.layout]() mutable {
            layout.move(section, to);
            emit layoutChosen(layout);
        });
    };
    add(tr("To the left"), section - 1, section > 1);
    add(tr("To the right"), section + 1, section + 1 < int(state.layout.shown().size()));
}

void ColumnMenu::addSorts(const State &state)
{
    QMenu *menu = addMenu(tr("Sort by"));
    auto *group = new QActionGroup(menu);
    for (const ListSort sort : sortsOf(state.list)) {
        QAction *action = menu->addAction(sortTitle(sort, state.list));
        action->setCheckable(true);
        action->setChecked(sort == state.sort);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sort] { emit sortChosen(sort, false); });
    }
    menu->addSeparator();
    QAction *reversed = menu->addAction(tr("The other way round"));
    reversed->setCheckable(true);
    reversed->setChecked(state.reversed);
    connect(reversed, &QAction::triggered, this, [this, sort = state.sort](bool on) { emit sortChosen(sort, on); });
}

} // namespace linterna
