// SPDX-License-Identifier: GPL-3.0-or-later
#include "casecard/linklist.h"

#include "common/icons.h"
#include "common/linternastyle.h"
#include "common/theme.h"
#include "common/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

namespace {
//! So that the shortest card that the window can have still shows it whole.
constexpr int shownCharacters = 44;
} // namespace

LinkList::LinkList(QWidget *parent)
    : QWidget(parent), m_heading(new TextLabel(textsize::body, TextLabel::Ink::Secondary)), m_buttons(new QVBoxLayout)
{
    m_heading->setFont(scaledFont(textsize::body, QFont::DemiBold));
    // A button's frame is invisible: its symbol stands where the text above it begins.
    m_buttons->setContentsMargins(-4, 0, 0, 0);
    m_buttons->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addLayout(m_buttons);
    retranslate();
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
        // "&" would make a mnemonic; a long address is cut at its end, never in the host.
        QString shown = button->fontMetrics().elidedText(address, Qt::ElideRight,
                                                         button->fontMetrics().averageCharWidth() * shownCharacters);
        button->setText(shown.replace(QChar(u'&'), QStringLiteral("&&")));
        button->setAccessibleName(address);
        button->setToolTip(address);
        button->setIconSize({16, 16});
        m_buttons->addWidget(button, 0, Qt::AlignLeft);
        button->show();
        connect(button, &QPushButton::clicked, this, [this, url = link.url] { emit linkActivated(url); });
    }
    setVisible(!links.empty());
}

void LinkList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LinkList::retranslate()
{
    m_heading->setText(tr("Links in this text"));
}

} // namespace linterna
