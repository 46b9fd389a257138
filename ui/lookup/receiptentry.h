// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiptlist.h"

#include <QLineEdit>

namespace linterna {

//! The entry for receipt numbers. Whatever way a text comes in as a whole (keys, menu, middle button, drop), it comes
//! through take(): one that is too long is refused before the entry has to lay it out, and a pasted list keeps its line
//! breaks as commas.
class ReceiptEntry : public QLineEdit
{
    Q_OBJECT
public:
    explicit ReceiptEntry(QWidget *parent = nullptr);
    //! Puts a text in the place of the selection, or refuses it.
    void take(const QString &text);

signals:
    //! A pasted text was longer than ReceiptList::MaxPaste; the entry is as it was.
    void refusedPaste(qsizetype length);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
};

} // namespace linterna
