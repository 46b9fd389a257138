// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace linterna {

namespace {

ColorPair bannerColors(Banner::Kind kind)
{
    const Colors c = colorsOf(QApplication::palette());
    return kind == Banner::Kind::Practice ? c.banner : c.category(StatusCategory::ActionNeeded);
}

} // namespace

Banner::Banner(Kind kind, QWidget *parent)
    : QFrame(parent), m_kind(kind), m_text(new TextLabel), m_button(new QPushButton)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(16);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    m_text->setFont(scaledFont(textsize::body, kind == Kind::Practice ? QFont::DemiBold : QFont::Normal));
    setButtonKind(m_button, ButtonKind::Plain);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    tint();
    onChange(this, QEvent::PaletteChange, [this] { tint(); });
    onChange(this, QEvent::LanguageChange, [this] {
        if (m_saidText)
            sayAgain();
    });
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
}

void Banner::say(std::function<QString()> text, std::function<QString()> buttonText)
{
    m_saidText = std::move(text);
    m_saidButton = std::move(buttonText);
    sayAgain();
}

void Banner::sayAgain()
{
    const QString text = m_saidText();
    setText(text);
    setButtonText(m_saidButton ? m_saidButton() : QString());
    setVisible(!text.isEmpty());
}

void Banner::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void Banner::setButtonBusy(bool busy)
{
    m_button->setDisabled(busy);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), bannerColors(m_kind).ground);
}

void Banner::tint()
{
    if (m_tinting)
        return;
    m_tinting = true;
    setInk(m_text, bannerColors(m_kind).text);
    m_tinting = false;
}

} // namespace linterna
