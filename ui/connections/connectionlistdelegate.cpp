// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionlistdelegate.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QPainter>

namespace linterna {

namespace {

constexpr int connectionSide = 12; // the view has a margin of 4 px around the list
constexpr int connectionLineGap = 2;
constexpr int currentConnectionBarWidth = 4;

void drawConnectionGround(QPainter &painter, const QRect &rect, bool selected, const Colors &c)
{
    painter.fillRect(rect, c.page);
    if (!selected) {
        painter.fillRect(QRect(rect.left() + connectionSide, rect.bottom(), rect.width() - 2 * connectionSide, 1),
                         c.line);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.selected.ground);
    painter.drawRoundedRect(rect, 6, 6);
    painter.setBrush(c.primary);
    painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 8, currentConnectionBarWidth, rect.height() - 16), 2, 2);
}

} // namespace

void ConnectionListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Colors c = colorsOf(QApplication::palette());
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawConnectionGround(*painter, option.rect, selected, c);
    const QFont big = scaledFont(textsize::body, QFont::DemiBold);
    const QFont small = scaledFont(textsize::helper);
    const int firstHeight = QFontMetrics(big).height();
    const int secondHeight = QFontMetrics(small).height();
    const int top = option.rect.top() + (option.rect.height() - firstHeight - connectionLineGap - secondHeight) / 2;
    const QRect first(option.rect.left() + connectionSide, top, option.rect.width() - 2 * connectionSide, firstHeight);
    const QRect second(first.left(), first.bottom() + 1 + connectionLineGap, first.width(), secondHeight);
    const auto draw = [&](const QRect &rect, const QFont &font, const QColor &ink, const QString &text) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    const bool plain = selected && c.highContrast;
    draw(first, big, plain ? c.selected.text : c.text, index.data(Qt::DisplayRole).toString());
    draw(second, small, plain ? c.selected.text : c.secondary, index.data(DetailRole).toString());
    painter->restore();
}

QSize ConnectionListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(scaledFont(textsize::body, QFont::DemiBold)).height() + connectionLineGap
        + QFontMetrics(scaledFont(textsize::helper)).height();
    return {120, std::max(48, lines + 12)};
}

} // namespace linterna
