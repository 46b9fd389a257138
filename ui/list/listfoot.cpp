// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listfoot.h"

#include "ui/filter/datepopover.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace linterna {

namespace {
//! Up to this many rows the foot offers no search by date: a list so short is looked through by eye.
constexpr qint64 lookedThrough = 100;
} // namespace

ListFoot::ListFoot(const ViewEnvironment &environment, QWidget *parent)
    : FootBar(parent), m_environment(environment), m_paging(new QWidget), m_start(new QPushButton),
      m_back(new QPushButton), m_on(new QPushButton), m_date(new QPushButton),
      m_range(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_reading(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_export(new QPushButton)
{
    auto *paging = new FlowLayout(12, m_paging);
    for (QPushButton *button : {m_start, m_back, m_on, m_date}) {
        setButtonKind(button, ButtonKind::Link);
        paging->addWidget(button);
    }
    setButtonKind(m_export, ButtonKind::Plain);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_range, 1);
    actions->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(0);
    layout->addWidget(m_reading);
    m_reading->setContentsMargins(0, 0, 0, 4);
    layout->addWidget(m_paging);
    layout->addLayout(actions);
    connect(m_start, &QPushButton::clicked, this, &ListFoot::startRequested);
    connect(m_back, &QPushButton::clicked, this, &ListFoot::backRequested);
    connect(m_on, &QPushButton::clicked, this, &ListFoot::onRequested);
    connect(m_date, &QPushButton::clicked, this, &ListFoot::askForDate);
    connect(m_export, &QPushButton::clicked, this, &ListFoot::exportRequested);
    keepTranslated(this, &ListFoot::retranslate);
}

void ListFoot::setRange(qint64 skipped, qint64 shown, qint64 total, Order order)
{
    m_skipped = skipped;
    m_shown = shown;
    m_total = total;
    m_order = order;
    say();
}

void ListFoot::setComplete(bool complete)
{
    m_complete = complete;
    say();
}

void ListFoot::askForDate()
{
    auto *popover = new DatePopover(m_environment.now().toLocalTime().date(), this);
    connect(popover, &DatePopover::dateChosen, this, &ListFoot::dateChosen);
    popover->openAt(m_date);
}

void ListFoot::retranslate()
{
    m_date->setText(tr("Go to date…"));
    m_export->setText(tr("Export history"));
    m_export->setAccessibleName(tr("Export history"));
    m_reading->setText(tr("The history is still being read: there may be more."));
    say();
}

void ListFoot::say()
{
    const QLocale locale;
    switch (m_order) {
    case Order::NewestFirst:
        m_start->setText(tr("Newest"));
        m_back->setText(tr("Later"));
        m_on->setText(tr("Earlier"));
        break;
    case Order::OldestFirst:
        m_start->setText(tr("Oldest"));
        m_back->setText(tr("Earlier"));
        m_on->setText(tr("Later"));
        break;
    case Order::Other:
        m_start->setText(tr("First page"));
        m_back->setText(tr("Previous page"));
        m_on->setText(tr("Next page"));
        break;
    }
    m_range->setText(m_shown == 0 ? QString()
                                  : tr("%1–%2 of %3")
                                        .arg(locale.toString(m_skipped + 1), locale.toString(m_skipped + m_shown),
                                             locale.toString(m_total)));
    const bool before = m_skipped > 0;
    const bool after = m_skipped + m_shown < m_total;
    // Where there are several pages, buttons are disabled and not hidden, so that none moves while it is being clicked.
    m_start->setEnabled(before);
    m_back->setEnabled(before);
    m_on->setEnabled(after);
    for (QPushButton *button : {m_start, m_back, m_on})
        button->setVisible(before || after);
    const bool byTime = m_order != Order::Other;
    m_date->setVisible(byTime && m_total > lookedThrough);
    m_paging->setVisible(before || after || (byTime && m_total > lookedThrough));
    m_reading->setVisible(!m_complete && m_shown > 0);
    m_export->setEnabled(m_total > 0);
}

} // namespace linterna
