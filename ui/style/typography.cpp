// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/typography.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>

namespace linterna {

namespace {

QFont resized(QFont font, qreal ratio)
{
    const QFont base = QApplication::font();
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * ratio);
    else
        font.setPixelSize(qRound(base.pixelSize() * ratio));
    return font;
}

} // namespace

QFont scaledFont(qreal ratio, QFont::Weight weight)
{
    QFont font = resized(QApplication::font(), ratio);
    font.setWeight(weight);
    return font;
}

QFont receiptFont(qreal ratio)
{
    return resized(QFontDatabase::systemFont(QFontDatabase::FixedFont), ratio);
}

int symbolSizeFor(const QFont &font)
{
    return qRound(QFontMetricsF(font).capHeight() * 1.3);
}

void setInk(QWidget *widget, const QColor &color)
{
    QPalette own;
    // Both roles are set: which one a label uses depends on the background role of the widget below it.
    own.setColor(QPalette::WindowText, color);
    own.setColor(QPalette::Text, color);
    widget->setPalette(own);
}

TextLabel::TextLabel(qreal ratio, Ink ink_, QWidget *parent) : QLabel(parent), m_ink(ink_)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(scaledFont(ratio, ratio == textsize::section ? QFont::DemiBold : QFont::Normal));
    ink();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        ink();
}

void TextLabel::ink()
{
    if (m_inking || m_ink == Ink::Text)
        return;
    m_inking = true;
    setInk(this, colorsOf(QApplication::palette()).secondary);
    m_inking = false;
}

} // namespace linterna
