// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/listfoot.h"

#include "common/flowlayout.h"
#include "common/linternastyle.h"
#include "common/typography.h"
#include "history/datepopover.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace linterna {

ListFoot::ListFoot(const ViewEnvironment &environment, QWidget *parent)
    : FootBar(parent), m_environment(environment), m_paging(new QWidget), m_newest(new QPushButton),
      m_later(new QPushButton), m_earlier(new QPushButton), m_date(new QPushButton),
      m_range(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_reading(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_export(new QPushButton)
{
    auto *paging = new FlowLayout(12, m_paging);
    for (QPushButton *button : {m_newest, m_later, m_earlier, m_date}) {
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
    connect(m_newest, &QPushButton::clicked, this, &ListFoot::newestRequested);
    connect(m_later, &QPushButton::clicked, this, &ListFoot::laterRequested);
    connect(m_earlier, &QPushButton::clicked, this, &ListFoot::earlierRequested);
    connect(m_date, &QPushButton::clicked, this, &ListFoot::askForDate);
    connect(m_export, &QPushButton::clicked, this, &ListFoot::exportRequested);
    retranslate();
}

void ListFoot::setRange(qint64 skipped, qint64 shown, qint64 total, bool byTime)
{
    m_skipped = skipped;
    m_shown = shown;
    m_total = total;
    m_byTime = byTime;
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

void ListFoot::changeEvent(QEvent *event)
{
    FootBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
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
    m_newest->setText(m_byTime ? tr("Newest") : tr("First page"));
    m_later->setText(m_byTime ? tr("Later") : tr("Previous page"));
    m_earlier->setText(m_byTime ? tr("Earlier") : tr("Next page"));
    m_range->setText(m_shown == 0 ? QString()
                                  : tr("%1–%2 of %3")
                                        .arg(locale.toString(m_skipped + 1), locale.toString(m_skipped + m_shown),
                                             locale.toString(m_total)));
    const bool before = m_skipped > 0;
    const bool after = m_skipped + m_shown < m_total;
    // Disabled and not hidden while there are several pages: a button must not move from under the finger.
    m_newest->setEnabled(before);
    m_later->setEnabled(before);
    m_earlier->setEnabled(after);
    m_date->setVisible(m_byTime);
    m_paging->setVisible(before || after);
    m_reading->setVisible(!m_complete && m_shown > 0);
    m_export->setEnabled(m_total > 0);
}

} // namespace linterna
