// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! One line about how something went, and where that can be, an offer to take it back. Takes no room while it is empty.
class ListMessage : public QWidget
{
    Q_OBJECT
public:
    explicit ListMessage(QWidget *parent = nullptr);

    //! Empty takes the line away.
    void say(const QString &message, bool wrong, bool canUndo);
    //! What was said stays.
    void endOffer();

signals:
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    TextLabel *m_text;
    QPushButton *m_undo;
};

} // namespace linterna
