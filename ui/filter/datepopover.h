// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>

class QCalendarWidget;
class QDateEdit;

namespace linterna {

//! Asks for a day beside a button: to type, or to choose from a calendar. Enter takes it, Escape leaves.
class DatePopover : public QDialog
{
    Q_OBJECT
public:
    explicit DatePopover(const QDate &today, QWidget *parent = nullptr);
    //! Opens above `anchor`, inside the screen.
    void openAt(const QWidget *anchor);

signals:
    void dateChosen(const QDate &date);

private:
    void take(const QDate &date);
    QDateEdit *m_entry;
    QCalendarWidget *m_calendar;
};

} // namespace linterna
