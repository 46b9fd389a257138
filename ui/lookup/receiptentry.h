// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptlist.h"

#include <QLineEdit>

namespace linterna {

//! Entry for receipt numbers. Text pasted by any way (keys, menu, middle button, drop) goes through take(): a text that
//! is too long is refused before QLineEdit would lay it out, and a pasted list keeps its line breaks as commas.
class ReceiptEntry : public QLineEdit
{
    Q_OBJECT
public:
    explicit ReceiptEntry(QWidget *parent = nullptr);
    //! Replaces the selection by `text`, or refuses it and emits refusedPaste().
    void take(const QString &text);

signals:
    //! A pasted text was longer than ReceiptList::MaxPaste and was refused. `length`: its characters. The entry is
    //! unchanged.
    void refusedPaste(qsizetype length);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
};

} // namespace linterna
