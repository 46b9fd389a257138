// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/datepopover.h"

#include "ui/filter/datefield.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace linterna {

DatePopover::DatePopover(const QDate &today, QWidget *parent)
    : QDialog(parent, Qt::Popup), m_entry(newDateEdit(today)), m_calendar(new QCalendarWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, tr("Go to a date"));
    setAccessibleName(windowTitle());
    m_entry->setCalendarPopup(false); // the calendar is below the entry
    m_entry->setMaximumDate(today);
    m_entry->setAccessibleName(tr("Date"));
    m_calendar->setMaximumDate(today);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    calm(m_calendar);
    m_calendar->setAccessibleName(tr("Calendar"));
    auto *label = new QLabel(tr("Show what was checked on"));
    label->setFont(scaledFont(textsize::helper));
    label->setBuddy(m_entry);
    auto *go = new QPushButton(tr("Go"));
    setButtonKind(go, ButtonKind::Primary);
    go->setDefault(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_entry, 1);
    line->addWidget(go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addLayout(line);
    layout->addWidget(m_calendar);
    connect(m_entry, &QDateEdit::dateChanged, m_calendar, &QCalendarWidget::setSelectedDate);
    connect(m_calendar, &QCalendarWidget::clicked, m_entry, &QDateEdit::setDate);
    connect(m_calendar, &QCalendarWidget::activated, this, &DatePopover::take);
    connect(go, &QPushButton::clicked, this, [this] { take(m_entry->date()); });
}

void DatePopover::openAt(const QWidget *anchor)
{
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, -height() - 4));
    move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::max(screen.top(), corner.y()));
    show();
    m_entry->setFocus(Qt::PopupFocusReason);
    m_entry->setSelectedSection(QDateTimeEdit::DaySection);
}

void DatePopover::take(const QDate &date)
{
    emit dateChosen(date);
    accept();
}

} // namespace linterna
