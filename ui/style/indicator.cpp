// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/indicator.h"

#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace linterna {

int indicatorSize(const QFont &font)
{
    constexpr int least = 16;
    return std::max(least, QFontMetrics(font).ascent());
}

void drawIndicator(const QStyleOption *option, QPainter *painter, bool radio)
{
    const Colors c = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const QColor edge = enabled ? (on ? c.primary : c.control) : c.line;
    const qreal side = std::min(option->rect.width(), option->rect.height()) - 1.0;
    const QRectF box(QRectF(option->rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, 1));
    painter->setBrush(on && !radio ? edge : c.page);
    if (radio)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 3, 3);
    if (on && radio) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(edge);
        painter->drawEllipse(box.center(), side * 0.28, side * 0.28);
    } else if (on) {
        const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(x, y) * side; };
        painter->setPen(QPen(c.onPrimary, std::max(1.5, side / 9), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    }
    painter->restore();
}

} // namespace linterna
