// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace linterna {

namespace {

struct Look {
    const char *icon;
    QColor ink;
};

Look lookOf(Notice::Tone tone)
{
    const Colors c = colorsOf(QApplication::palette());
    switch (tone) {
    case Notice::Tone::Good:
        return {"check", c.category(StatusCategory::Approved).text};
    case Notice::Tone::Wrong:
        return {"attention", c.noAnswer.text};
    case Notice::Tone::Quiet:
        break;
    }
    return {"info", c.secondary};
}

} // namespace

Notice::Notice(qreal ratio, QWidget *parent) : QWidget(parent), m_symbol(new QLabel), m_text(new TextLabel(ratio))
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_symbol->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_symbol, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void Notice::say(const QString &text, Tone tone)
{
    m_tone = tone;
    m_text->setText(text);
    paint();
    setVisible(!text.isEmpty());
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::setTextFont(const QFont &font)
{
    m_text->setFont(font);
    paint();
}

void Notice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paint();
}

void Notice::paint()
{
    const Look look = lookOf(m_tone);
    const int side = m_text->fontMetrics().height();
    setInk(m_text, look.ink);
    m_symbol->setFixedSize(side, side);
    m_symbol->setPixmap(tintedIcon(QString::fromLatin1(look.icon), look.ink).pixmap(side));
}

} // namespace linterna
