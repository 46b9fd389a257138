// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/checkoutcome.h"

#include <QWidget>

class QPushButton;

namespace linterna {

//! What one can do at once about a check that got no answer, as buttons below its text.
class NextSteps : public QWidget
{
    Q_OBJECT
public:
    //! In practice there are no connection settings to go to.
    explicit NextSteps(bool practice, QWidget *parent = nullptr);

    //! Shows the buttons that help with this outcome; none, and itself hidden, where nothing of the kind helps.
    void setOutcome(const std::optional<CheckOutcome> &outcome);

signals:
    void askAgainRequested();
    //! Although the service is closed.
    void askAnywayRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    bool m_practice;
    QPushButton *m_askAgain;
    QPushButton *m_askAnyway;
    QPushButton *m_settings;
};

} // namespace linterna
