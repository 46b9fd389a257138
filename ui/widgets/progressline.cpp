// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressline.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace linterna {

namespace {
constexpr int thickness = 6;
constexpr int progressSteps = 1000;
} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setRange(0, progressSteps);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(thickness);
}

void ProgressLine::setProgress(qint64 done, qint64 total)
{
    setValue(total > 0 ? int(std::clamp<qint64>(done, 0, total) * progressSteps / total) : 0);
}

QSize ProgressLine::sizeHint() const
{
    return {QProgressBar::sizeHint().width(), thickness};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = thickness / 2.0;
    painter.setBrush(colors.line);
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    QRectF filled(rect());
    filled.setWidth(filled.width() * value() / progressSteps);
    if (isRightToLeft())
        filled.moveRight(rect().right() + 1);
    painter.setBrush(colors.primary);
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace linterna
