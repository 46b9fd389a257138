// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/footbar.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QPainter>

namespace linterna {

void FootBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors c = colorsOf(QApplication::palette());
    painter.fillRect(rect(), c.page);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

} // namespace linterna
