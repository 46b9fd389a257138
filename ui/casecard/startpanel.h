// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiptnumber.h"

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! Published receipt numbers of the practice service, as buttons, for whoever has nothing to look up yet.
class StartPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StartPanel(QWidget *parent = nullptr);

signals:
    void receiptChosen(const linterna::ReceiptNumber &receipt);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    TextLabel *m_heading;
    std::vector<QPushButton *> m_buttons;
};

} // namespace linterna
