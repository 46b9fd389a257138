// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/radiomark.h"

#include "common/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace linterna {

int radioMarkSize(const QStyleOption *option, const QWidget *widget)
{
    const QFontMetrics metrics = option ? option->fontMetrics : widget ? widget->fontMetrics() : QFontMetrics(QApplication::font());
    return qMax(16, metrics.height());
}

void drawRadioMark(const QStyleOption *option, QPainter *painter)
{
    const Colors c = colorsOf(option->palette);
    const bool chosen = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const qreal side = qMin(option->rect.width(), option->rect.height()) - 2;
    QRectF circle(0, 0, side, side);
    circle.moveCenter(QRectF(option->rect).center());
    const QColor ink = !enabled ? c.line : chosen ? option->palette.color(QPalette::Link) : c.control;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, qMax(1.0, side / 10)));
    painter->setBrush(c.page);
    painter->drawEllipse(circle);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const qreal inset = side / 4;
        painter->drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

} // namespace linterna
