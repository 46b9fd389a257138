// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/footbar.h"

class QBoxLayout;
class QPushButton;

namespace linterna {

class TextLabel;

//! What can be done with the case that is shown, and in one line above it, how the last thing went. The buttons stand
//! below each other where large letters leave no room side by side.
class CardFooter : public FootBar
{
    Q_OBJECT
public:
    explicit CardFooter(QWidget *parent = nullptr);

    //! Whether there is a case to do something with.
    void setHasCase(bool hasCase);
    //! Empty takes the line away. `canUndo`: offers it.
    void say(const QString &message, bool canUndo = false);

signals:
    void copyRequested();
    void printRequested();
    void detailsRequested();
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();

    TextLabel *m_message;
    QPushButton *m_undo;
    QWidget *m_line;
    QBoxLayout *m_buttons;
    QBoxLayout *m_both; //!< Of copy and print, which stay together longer.
    QPushButton *m_copy;
    QPushButton *m_print;
    QPushButton *m_details;
};

} // namespace linterna
