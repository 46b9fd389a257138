// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/domain/receiptnumber.h"

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! What the empty card offers below its text.
enum class StartGuide {
    None,
    Practice,   //!< Buttons with receipt numbers of the practice service.
    Sandbox,    //!< Buttons with the receipt numbers that USCIS publishes for its sandbox.
    FirstSteps, //!< For a connection without a client ID: where to get one, and what to do then.
};

[[nodiscard]] StartGuide startGuideFor(const Connection &connection);

//! Buttons with receipt numbers that USCIS publishes for its sandbox and that the practice service knows, for people
//! who have nothing to look up yet.
class StartPanel : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose { Practice, Sandbox };
    explicit StartPanel(QWidget *parent = nullptr);
    void setPurpose(Purpose purpose);

signals:
    void receiptChosen(const linterna::ReceiptNumber &receipt);

private:
    void retranslate();
    Purpose m_purpose = Purpose::Practice;
    TextLabel *m_heading;
    std::vector<QPushButton *> m_buttons;
};

} // namespace linterna
