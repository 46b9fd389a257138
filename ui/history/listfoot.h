// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "common/footbar.h"
#include "history/listrow.h"

class QPushButton;

namespace linterna {

class TextLabel;

//! Below a list: which rows of how many are shown, and the ways to the others.
class ListFoot : public FootBar
{
    Q_OBJECT
public:
    explicit ListFoot(const ViewEnvironment &environment, QWidget *parent = nullptr);
    //! `byTime`: whether the list goes by age, so that it has an earlier, a later and a date.
    void setRange(qint64 skipped, qint64 shown, qint64 total, bool byTime);
    void setComplete(bool complete);

signals:
    void newestRequested();
    void laterRequested();
    void earlierRequested();
    void dateChosen(const QDate &date);
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void askForDate();
    void retranslate();
    void say();

    ViewEnvironment m_environment;
    qint64 m_skipped = 0;
    qint64 m_shown = 0;
    qint64 m_total = 0;
    bool m_byTime = true;
    bool m_complete = true;
    QWidget *m_paging;
    QPushButton *m_newest;
    QPushButton *m_later;
    QPushButton *m_earlier;
    QPushButton *m_date;
    TextLabel *m_range;
    TextLabel *m_reading;
    QPushButton *m_export;
};

} // namespace linterna
