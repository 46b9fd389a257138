// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! The office's own details of the case, below what USCIS said: tags, note, hold, and a button to edit them. The client
//! is shown beside the receipt number.
class OfficeDetails : public QWidget
{
    Q_OBJECT
public:
    explicit OfficeDetails(QWidget *parent = nullptr);
    void setDetails(const CaseDetails &details);

signals:
    void editRequested();

private:
    void say();
    CaseDetails m_details;
    TextLabel *m_tags;
    TextLabel *m_note;
    TextLabel *m_hold;
    QPushButton *m_edit;
};

} // namespace linterna
