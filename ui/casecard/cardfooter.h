// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/footbar.h"

class QBoxLayout;
class QPushButton;

namespace linterna {

class TextLabel;

//! Buttons for the case on the card, and above them one line that says how the last action went. The buttons stand
//! below each other where large letters leave no room side by side.
class CardFooter : public FootBar
{
    Q_OBJECT
public:
    explicit CardFooter(QWidget *parent = nullptr);

    //! Whether a case is shown, which the buttons need.
    void setHasCase(bool hasCase);
    //! Shows a message in the line; an empty one hides the line. `canUndo`: the line has an undo button.
    void say(const QString &message, bool canUndo = false);

signals:
    void copyRequested();
    void printRequested();
    void detailsRequested();
    void undoRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();

    TextLabel *m_message;
    QPushButton *m_undo;
    QWidget *m_line;
    QBoxLayout *m_buttons;
    QBoxLayout *m_both; //!< Layout of copy and print, which stay side by side longer than the others.
    QPushButton *m_copy;
    QPushButton *m_print;
    QPushButton *m_details;
};

} // namespace linterna
