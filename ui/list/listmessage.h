// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! One line that says how an action went, with a button to undo it where that is possible. Takes no room while empty.
class ListMessage : public QWidget
{
    Q_OBJECT
public:
    explicit ListMessage(QWidget *parent = nullptr);

    //! An empty message hides the line. `wrong`: it tells of a failure. `canUndo`: the line has an undo button.
    void say(const QString &message, bool wrong, bool canUndo);
    //! Removes the undo button; the text stays.
    void endOffer();

signals:
    void undoRequested();

private:
    void retranslate();
    TextLabel *m_text;
    QPushButton *m_undo;
};

} // namespace linterna
