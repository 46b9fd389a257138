// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/datefield.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTextCharFormat>

namespace linterna {

QDateEdit *newDateEdit(const QDate &date, QWidget *parent)
{
    auto *edit = new QDateEdit(date, parent);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy")); // a month in letters cannot be taken for a day
    edit->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    return edit;
}

void calm(QCalendarWidget *calendar)
{
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, QTextCharFormat());
}

DateField::DateField(const QDate &usual, QWidget *parent)
    : QWidget(parent), m_on(new QCheckBox), m_date(newDateEdit(usual))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_on, 1);
    layout->addWidget(m_date);
    m_date->setEnabled(false);
    setFocusProxy(m_on);
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        m_date->setEnabled(on);
        if (on) // and not before: a calendar takes its time to be made
            calm(m_date->calendarWidget());
        emit dateChanged();
    });
    connect(m_date, &QDateEdit::dateChanged, this, &DateField::dateChanged);
}

void DateField::setLabel(const QString &label)
{
    m_on->setText(label);
    m_date->setAccessibleName(label);
    m_date->setLocale(QLocale());
}

void DateField::setDate(const QDate &date)
{
    const QSignalBlocker quiet(this);
    m_on->setChecked(date.isValid());
    if (date.isValid())
        m_date->setDate(date);
}

QDate DateField::date() const
{
    return m_on->isChecked() ? m_date->date() : QDate();
}

} // namespace linterna
