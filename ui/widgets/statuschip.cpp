// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "ui/style/typography.h"

namespace linterna {

namespace {
constexpr int sidePadding = 8;
constexpr int statusChipGap = 6;
} // namespace

StatusChip::StatusChip(QWidget *parent) : QLabel(parent)
{
    setFont(scaledFont(textsize::body, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusChip::setLook(const StatusLook &look)
{
    m_look = look;
    setText(look.word);
    updateGeometry();
    resize(sizeHint());
    update();
}

QSize StatusChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {2 * sidePadding + symbolSizeFor(font()) + statusChipGap + metrics.horizontalAdvance(m_look.word) + 2,
            metrics.height() + 8};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    // Where the ground has the page's colour, only an outline makes it a chip.
    const bool outlined = m_look.colors.ground == colorsOf(palette()).page;
    QPen outline(m_look.colors.text, 1);
    if (!m_look.category)
        outline.setStyle(Qt::DashLine);
    painter.setPen(outlined ? outline : QPen(Qt::NoPen));
    painter.setBrush(m_look.colors.ground);
    painter.drawRoundedRect(box, 6, 6);
    const int symbolSize = symbolSizeFor(font());
    drawSymbol(painter, QRectF(sidePadding, (height() - symbolSize) / 2.0, symbolSize, symbolSize), m_look);
    painter.setPen(m_look.colors.text);
    painter.drawText(rect().adjusted(sidePadding + symbolSize + statusChipGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, m_look.word);
}

} // namespace linterna
