// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/linklist.h"

#include "ui/style/icons.h"
#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

namespace {

constexpr int mostShownCharacters = 44;
constexpr int linkSymbolRoom = 32; // pixels for the icon and the space around it

} // namespace

LinkList::LinkList(QWidget *parent)
    : QWidget(parent), m_heading(new TextLabel(textsize::body, TextLabel::Ink::Secondary)), m_buttons(new QVBoxLayout)
{
    m_heading->setFont(scaledFont(textsize::body, QFont::DemiBold));
    // The frame of a link button is invisible: the margin aligns its icon with the text above.
    m_buttons->setContentsMargins(-4, 0, 0, 0);
    m_buttons->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addLayout(m_buttons);
    keepTranslated(this, &LinkList::retranslate);
}

void LinkList::setLinks(const std::vector<SafeHtml::Link> &links)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Colors c = colorsOf(QApplication::palette());
    for (const SafeHtml::Link &link : links) {
        const QString address = QString::fromLatin1(link.url.toEncoded());
        auto *button = new QPushButton(tintedIcon(QStringLiteral("external"), c.primary), QString());
        setButtonKind(button, ButtonKind::Link);
        button->setAccessibleName(address);
        setToolTipText(button, address);
        button->setIconSize({16, 16});
        m_buttons->addWidget(button, 0, Qt::AlignLeft);
        button->show();
        connect(button, &QPushButton::clicked, this, [this, url = link.url] { emit linkActivated(url); });
    }
    setVisible(!links.empty());
    fit();
}

//! Sets the buttons' texts: a long address is cut at its end, so that the host stays in view.
void LinkList::fit()
{
    for (int i = 0; i < m_buttons->count(); ++i) {
        auto *button = static_cast<QPushButton *>(m_buttons->itemAt(i)->widget());
        const QFontMetrics metrics = button->fontMetrics();
        const int room = std::min(metrics.averageCharWidth() * mostShownCharacters, width() - linkSymbolRoom);
        button->setText(captionText(metrics.elidedText(button->accessibleName(), Qt::ElideRight, room)));
    }
}

void LinkList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void LinkList::retranslate()
{
    m_heading->setText(tr("Links in this text"));
}

} // namespace linterna
