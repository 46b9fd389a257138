// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listhead.h"

#include "ui/filter/filterchips.h"
#include "ui/filter/filterwords.h"
#include "ui/list/listtabs.h"
#include "ui/list/searchbox.h"
#include "ui/style/linternastyle.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace linterna {

ListHead::ListHead(ListState &state, QMenu *columnMenu, QWidget *parent)
    : QWidget(parent), m_state(state), m_tabs(new ListTabs), m_columns(new MenuButton), m_search(new SearchBox),
      m_filter(new QPushButton), m_chips(new FilterChips)
{
    m_columns->setMenu(columnMenu);
    build();
    connect(&m_state, &ListState::wishChanged, this, &ListHead::showWish);
    connect(m_tabs, &ListTabs::listChosen, &m_state, &ListState::setList);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        RecordFilter filter = m_state.wish().criteria.filter;
        filter.text = text;
        m_state.setFilter(filter);
    });
    connect(m_search, &SearchBox::leftDownwards, this, &ListHead::leftDownwards);
    connect(m_filter, &QPushButton::clicked, this, &ListHead::filterRequested);
    connect(m_chips, &FilterChips::filterChosen, &m_state, &ListState::setFilter);
    connect(m_chips, &FilterChips::moreRequested, this, &ListHead::filterRequested);
    keepTranslated(this, &ListHead::retranslate);
}

void ListHead::build()
{
    setButtonKind(m_columns, ButtonKind::Link);
    setButtonKind(m_filter, ButtonKind::Plain);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 16, 0); // aligns the tabs' texts with the parts below
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(m_columns);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 8, 16, 8);
    line->setSpacing(8);
    line->addWidget(m_search, 1);
    line->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(line);
    layout->addWidget(m_chips);
}

void ListHead::showWish()
{
    m_tabs->setList(m_state.wish().list);
    if (m_search->text() != m_state.wish().criteria.filter.text)
        m_search->setText(m_state.wish().criteria.filter.text);
    sayFilter();
}

void ListHead::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListHead::focusFilter()
{
    m_filter->setFocus(Qt::OtherFocusReason);
}

void ListHead::setFilterOpen(bool open)
{
    m_filterOpen = open;
    sayFilter();
}

void ListHead::retranslate()
{
    m_tabs->retranslate();
    m_columns->setText(tr("Columns"));
    setToolTipText(m_columns, tr("Columns, order and height of the rows"));
    sayFilter();
}

void ListHead::sayFilter()
{
    const ListKind list = m_state.wish().list;
    const RecordFilter &filter = m_state.wish().criteria.filter;
    const int set = int(partsOf(filter, list).size());
    m_filter->setText(set == 0 ? tr("Filter") : tr("Filter (%1)").arg(set));
    m_chips->setFilter(m_filterOpen ? RecordFilter() : filter, list);
}

} // namespace linterna
