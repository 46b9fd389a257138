// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

#include <QWidget>

class QPushButton;

namespace linterna {

//! Buttons below the text of a check that got no answer, or cannot be trusted: what a person can do about it at once.
class NextSteps : public QWidget
{
    Q_OBJECT
public:
    //! `practice`: connection settings are not offered.
    explicit NextSteps(bool practice, QWidget *parent = nullptr);

    //! Shows the buttons that help with this outcome; hides itself where none does.
    void setOutcome(const std::optional<CheckOutcome> &outcome);
    //! Shows the buttons that help with a check that cannot be trusted. `ofCase`: it says of which case it is.
    void setDamaged(bool ofCase);

signals:
    void askAgainRequested();
    //! The person wants the check made although the service is closed.
    void askAnywayRequested();
    void settingsRequested();
    //! The person wants a file with all there is of the check.
    void rowExportRequested();

private:
    void retranslate();
    bool m_practice;
    QPushButton *m_askAgain;
    QPushButton *m_askAnyway;
    QPushButton *m_settings;
    QPushButton *m_exportRow;
};

} // namespace linterna
