// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/columnmenu.h"

#include <QActionGroup>

namespace linterna {

ColumnMenu::ColumnMenu(ListState &state, QWidget *parent) : QMenu(parent), m_state(state)
{
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

void ColumnMenu::fill()
{
    clear();
    const int count = int(shown().size());
    if (m_section >= 0 && m_section < count)
        addSectionChoices();
    addSection(tr("Columns"));
    for (const ListColumn column : columnsOf(list())) {
        if (column == ListColumn::Case)
            continue;
        const bool isShown = m_state.columns(list()).shows(column);
        QAction *action = addChange(this, columnTitle(column, list()),
                                    [column, isShown](ColumnLayout &columns) { columns.setShown(column, !isShown); });
        action->setCheckable(true);
        action->setChecked(isShown);
    }
    QMenu *moves = addMenu(tr("Move a column"));
    for (int i = 1; i < count; ++i)
        addMoves(moves->addMenu(columnTitle(shown()[std::size_t(i)].column, list())), i);
    addSeparator();
    addSorts();
    addSeparator();
    QAction *dense = addAction(tr("Dense rows"));
    dense->setCheckable(true);
    dense->setChecked(m_state.isDense());
    connect(dense, &QAction::triggered, &m_state, &ListState::setDense);
    addChange(this, tr("Usual columns"), [list = list()](ColumnLayout &columns) { columns = ColumnLayout(list); });
}

QAction *ColumnMenu::addChange(QMenu *menu, const QString &text, std::function<void(ColumnLayout &)> change)
{
    return menu->addAction(text, this, [this, list = list(), change = std::move(change)] {
        ColumnLayout columns = m_state.columns(list);
        change(columns);
        m_state.setColumns(list, columns);
    });
}

void ColumnMenu::addSectionChoices()
{
    const ListColumn column = shown()[std::size_t(m_section)].column;
    addSection(columnTitle(column, list()));
    if (const auto sort = sortOf(column))
        addAction(tr("Sort by this"), this, [this, sort] { m_state.setSort(list(), *sort, false); });
    if (m_section == 0)
        return;
    addMoves(this, m_section);
    addChange(this, tr("Hide this column"), [column](ColumnLayout &columns) { columns.setShown(column, false); });
}

void ColumnMenu::addMoves(QMenu *menu, int section)
{
    const auto add = [&](const QString &text, int to, bool possible) {
        addChange(menu, text, [section, to](ColumnLayout &columns) {
            columns.move(section, to);
        })->setEnabled(possible);
    };
    add(tr("To the left"), section - 1, section > 1);
    add(tr("To the right"), section + 1, section + 1 < int(shown().size()));
}

void ColumnMenu::addSorts()
{
    QMenu *menu = addMenu(tr("Sort by"));
    auto *group = new QActionGroup(menu);
    for (const ListSort sort : sortsOf(list())) {
        QAction *action =
            menu->addAction(sortTitle(sort, list()), this, [this, sort] { m_state.setSort(list(), sort, false); });
        action->setCheckable(true);
        action->setChecked(sort == m_state.wish().criteria.sort);
        group->addAction(action);
    }
    menu->addSeparator();
    QAction *reversed = menu->addAction(tr("The other way round"));
    reversed->setCheckable(true);
    reversed->setChecked(m_state.wish().criteria.reversed);
    connect(reversed, &QAction::triggered, this,
            [this](bool on) { m_state.setSort(list(), m_state.wish().criteria.sort, on); });
}

} // namespace linterna
