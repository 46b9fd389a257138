// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"
#include "ui/words/dates.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace linterna {

class TextLabel;

//! Floats over the card while a check is under way: says what the check is doing and how long it still waits, and has a
//! button to stop it.
class AskingPill : public QFrame
{
    Q_OBJECT
public:
    explicit AskingPill(const ViewEnvironment &environment, QWidget *parent = nullptr);
    void setProgress(const ReceiptNumber &receipt, const CheckProgress &progress);
    [[nodiscard]] QString text() const;

signals:
    void stopRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void say();
    ViewEnvironment m_environment;
    std::optional<ReceiptNumber> m_receipt;
    CheckProgress m_progress;
    TextLabel *m_text;
    QPushButton *m_stop;
    QTimer m_second;
};

} // namespace linterna
