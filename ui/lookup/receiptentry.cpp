// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/receiptentry.h"

#include "ui/style/typography.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>

namespace linterna {

ReceiptEntry::ReceiptEntry(QWidget *parent) : QLineEdit(parent)
{
    setFont(receiptFont(textsize::card));
    setTextMargins(6, 0, 6, 0);
    setMaxLength(int(ReceiptList::MaxPaste));
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhPreferUppercase);
}

void ReceiptEntry::take(const QString &text)
{
    if (text.size() + QLineEdit::text().size() - selectedText().size() > ReceiptList::MaxPaste) {
        emit refusedPaste(text.size());
        return;
    }
    static const QRegularExpression lineEnds(QStringLiteral("\\s*[\\r\\n\\t\\x{2028}\\x{2029}]+\\s*"));
    QString oneLine = text.trimmed();
    oneLine.replace(lineEnds, QStringLiteral(", "));
    insert(oneLine);
}

void ReceiptEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        take(QGuiApplication::clipboard()->text());
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ReceiptEntry::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        take(QGuiApplication::clipboard()->text(QClipboard::Selection));
        event->accept();
        return;
    }
    QLineEdit::mouseReleaseEvent(event);
}

void ReceiptEntry::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto *paste = menu->findChild<QAction *>(QStringLiteral("edit-paste"))) {
        paste->disconnect();
        connect(paste, &QAction::triggered, this, [this] { take(QGuiApplication::clipboard()->text()); });
    }
    menu->popup(event->globalPos());
}

void ReceiptEntry::dropEvent(QDropEvent *event)
{
    take(event->mimeData()->text());
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void ReceiptEntry::inputMethodEvent(QInputMethodEvent *event)
{
    if (event->commitString().size() > ReceiptList::MaxPaste) {
        emit refusedPaste(event->commitString().size());
        return;
    }
    QLineEdit::inputMethodEvent(event);
}

} // namespace linterna
