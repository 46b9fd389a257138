// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/question.h"

class QCheckBox;
class QSpinBox;

namespace linterna {

//! Asks for how long checks are kept. Show it with open().
class RetentionDialog : public Question
{
    Q_OBJECT
public:
    //! `months`: the current choice; 0: for ever.
    RetentionDialog(int months, QWidget *parent);

signals:
    void chosen(int months);

private:
    QCheckBox *m_limit;
    QSpinBox *m_months;
};

} // namespace linterna
