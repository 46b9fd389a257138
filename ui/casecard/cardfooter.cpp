// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/cardfooter.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace linterna {

namespace {
constexpr int footerMargin = 24;
constexpr int footerGap = 8;
} // namespace

CardFooter::CardFooter(QWidget *parent)
    : FootBar(parent), m_message(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_undo(new QPushButton),
      m_line(new QWidget), m_buttons(new QHBoxLayout), m_both(new QHBoxLayout), m_copy(new QPushButton),
      m_print(new QPushButton), m_details(new QPushButton)
{
    setButtonKind(m_undo, ButtonKind::Link);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(footerGap);
    line->addWidget(m_message, 1);
    line->addWidget(m_undo);
    m_buttons->setSpacing(footerGap);
    for (QPushButton *button : {m_copy, m_print, m_details})
        setButtonKind(button, ButtonKind::Plain);
    m_both->setSpacing(footerGap);
    m_both->addWidget(m_copy);
    m_both->addWidget(m_print);
    m_buttons->addLayout(m_both);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(footerMargin, 8, footerMargin, 8);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addLayout(m_buttons);
    connect(m_copy, &QPushButton::clicked, this, &CardFooter::copyRequested);
    connect(m_print, &QPushButton::clicked, this, &CardFooter::printRequested);
    connect(m_details, &QPushButton::clicked, this, &CardFooter::detailsRequested);
    connect(m_undo, &QPushButton::clicked, this, &CardFooter::undoRequested);
    say({});
    keepTranslated(this, &CardFooter::retranslate);
}

void CardFooter::setHasCase(bool hasCase)
{
    for (QPushButton *button : {m_copy, m_print, m_details})
        button->setEnabled(hasCase);
}

void CardFooter::say(const QString &message, bool canUndo)
{
    m_message->setText(message);
    m_undo->setVisible(canUndo);
    m_line->setVisible(!message.isEmpty());
}

void CardFooter::arrange()
{
    const int room = width() - 2 * footerMargin;
    const int both = m_copy->sizeHint().width() + footerGap + m_print->sizeHint().width();
    const auto direction = [room](int needed) {
        return needed > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    };
    m_both->setDirection(direction(both));
    m_buttons->setDirection(direction(both + 2 * footerGap + m_details->sizeHint().width()));
}

void CardFooter::resizeEvent(QResizeEvent *event)
{
    FootBar::resizeEvent(event);
    arrange();
}

void CardFooter::retranslate()
{
    m_copy->setText(tr("Copy for the client"));
    m_print->setText(tr("Print…"));
    m_details->setText(tr("Technical details"));
    m_undo->setText(tr("Undo"));
    arrange();
}

} // namespace linterna
