// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/searchbox.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/translation.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>

namespace linterna {

namespace {
constexpr int longestSearch = 500;
} // namespace

SearchBox::SearchBox(QWidget *parent) : QLineEdit(parent), m_symbol(addAction(QIcon(), LeadingPosition))
{
    setMaxLength(longestSearch);
    setClearButtonEnabled(true);
    m_symbol->setEnabled(false); // an icon, not a button
    paintSymbol();
    keepTranslated(this, &SearchBox::retranslate);
    onChange(this, QEvent::PaletteChange, [this] { paintSymbol(); });
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit leftDownwards();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::paintSymbol()
{
    QIcon icon = tintedIcon(QStringLiteral("search"), colorsOf(QApplication::palette()).secondary);
    icon.addPixmap(icon.pixmap(20), QIcon::Disabled); // not greyed: the icon is always disabled
    m_symbol->setIcon(icon);
}

void SearchBox::retranslate()
{
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search receipt, client, note, text"));
    setToolTipText(
        this,
        tr("Finds every word in receipt number, client, note, title and text, in both languages. Put words that "
           "stand together between quotation marks."));
}

} // namespace linterna
