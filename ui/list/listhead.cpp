// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listhead.h"

#include "ui/filter/filterchips.h"
#include "ui/filter/filterwords.h"
#include "ui/list/listtabs.h"
#include "ui/list/searchbox.h"
#include "ui/style/linternastyle.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/menubutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace linterna {

ListHead::ListHead(QMenu *columnMenu, QWidget *parent)
    : QWidget(parent), m_tabs(new ListTabs), m_columns(new MenuButton), m_search(new SearchBox),
      m_filter(new QPushButton), m_chips(new FilterChips)
{
    m_columns->setMenu(columnMenu);
    build();
    connect(m_tabs, &ListTabs::listChosen, this, &ListHead::listChosen);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text == m_wish.filter.text)
            return;
        RecordFilter filter = m_wish.filter;
        filter.text = text;
        emit filterChosen(filter);
    });
    connect(m_search, &SearchBox::leftDownwards, this, &ListHead::leftDownwards);
    connect(m_filter, &QPushButton::clicked, this, &ListHead::filterRequested);
    connect(m_chips, &FilterChips::filterChosen, this, &ListHead::filterChosen);
    connect(m_chips, &FilterChips::moreRequested, this, &ListHead::filterRequested);
    retranslate();
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

void ListHead::setWish(const ListWish &wish)
{
    const bool same = wish.list == m_wish.list && wish.filter == m_wish.filter;
    m_wish = wish;
    m_tabs->setList(wish.list);
    if (same)
        return;
    if (m_search->text() != wish.filter.text)
        m_search->setText(wish.filter.text);
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

void ListHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
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
    const int set = int(partsOf(m_wish.filter, m_wish.list).size());
    m_filter->setText(set == 0 ? tr("Filter") : tr("Filter (%1)").arg(set));
    m_chips->setFilter(m_filterOpen ? RecordFilter() : m_wish.filter, m_wish.list);
}

} // namespace linterna
