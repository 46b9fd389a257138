// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmessage.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace linterna {

ListMessage::ListMessage(QWidget *parent)
    : QWidget(parent), m_text(new TextLabel(textsize::helper)), m_undo(new QPushButton)
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setButtonKind(m_undo, ButtonKind::Link);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo, 0, Qt::AlignTop);
    connect(m_undo, &QPushButton::clicked, this, &ListMessage::undoRequested);
    keepTranslated(this, &ListMessage::retranslate);
}

void ListMessage::say(const QString &message, bool wrong, bool canUndo)
{
    const Colors c = colorsOf(palette());
    setInk(m_text, wrong ? c.noAnswer.text : c.text);
    m_text->setText(message);
    m_undo->setVisible(canUndo);
    setVisible(!message.isEmpty());
}

void ListMessage::endOffer()
{
    m_undo->hide();
}

void ListMessage::retranslate()
{
    m_undo->setText(tr("Undo"));
    say({}, false, false); // the message is in the earlier language
}

} // namespace linterna
