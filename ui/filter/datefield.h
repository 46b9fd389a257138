// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QCalendarWidget;
class QCheckBox;
class QDateEdit;

namespace linterna {

//! A day that may be left open: a box to tick, and the day, to type or to choose from a calendar.
class DateField : public QWidget
{
    Q_OBJECT
public:
    //! `usual`: the day that stands there until another is chosen.
    explicit DateField(const QDate &usual, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    //! An invalid date means that the day is left open.
    void setDate(const QDate &date);
    [[nodiscard]] QDate date() const;

signals:
    void dateChanged();

private:
    QCheckBox *m_on;
    QDateEdit *m_date;
};

//! A day to type or to choose from a calendar, in the words of the language shown.
[[nodiscard]] QDateEdit *newDateEdit(const QDate &date, QWidget *parent = nullptr);
//! Paints a calendar's week-ends like other days: red is hard to read, and means nothing here.
void calm(QCalendarWidget *calendar);

} // namespace linterna
