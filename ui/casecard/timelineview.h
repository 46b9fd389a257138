// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casecard/cardtext.h"

#include <QWidget>

class QGridLayout;

namespace linterna {

class TextLabel;

//! Shows the timeline that USCIS gave for a case, newest first, beside a line with a dot for each entry.
class TimelineView : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    void setEntries(const std::vector<CardText::Entry> &entries);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    TextLabel *m_heading;
    QWidget *m_rows = nullptr;
    std::vector<QWidget *> m_dates;
};

} // namespace linterna
