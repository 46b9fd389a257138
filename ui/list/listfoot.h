// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listrow.h"
#include "ui/widgets/footbar.h"
#include "ui/words/dates.h"

class QPushButton;

namespace linterna {

class TextLabel;

//! Bar below a list: which rows of how many are shown, and buttons to the other pages.
class ListFoot : public FootBar
{
    Q_OBJECT
public:
    explicit ListFoot(const ViewEnvironment &environment, QWidget *parent = nullptr);
    //! Order of the rows. Only a list ordered by age has buttons for earlier, later and a date.
    enum class Order { NewestFirst, OldestFirst, Other };
    void setRange(qint64 skipped, qint64 shown, qint64 total, Order order);
    void setComplete(bool complete);

signals:
    void startRequested();
    void backRequested();
    void onRequested();
    void dateChosen(const QDate &date);
    void exportRequested();

private:
    void askForDate();
    void retranslate();
    void say();

    ViewEnvironment m_environment;
    qint64 m_skipped = 0;
    qint64 m_shown = 0;
    qint64 m_total = 0;
    Order m_order = Order::NewestFirst;
    bool m_complete = true;
    QWidget *m_paging;
    QPushButton *m_start;
    QPushButton *m_back;
    QPushButton *m_on;
    QPushButton *m_date;
    TextLabel *m_range;
    TextLabel *m_reading;
    QPushButton *m_export;
};

} // namespace linterna
