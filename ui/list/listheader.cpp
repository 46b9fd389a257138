// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listheader.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QPainter>

namespace linterna {

namespace {

constexpr int headingSide = 12;
constexpr int headingGap = 8;
constexpr int arrowWidth = 14;

void drawArrow(QPainter &painter, const QPointF &middle, bool up, const QColor &ink)
{
    const qreal tip = up ? -2 : 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({middle + QPointF(-4, -tip), middle + QPointF(0, tip), middle + QPointF(4, -tip)}));
}

} // namespace

ListHeader::ListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void ListHeader::setSorted(int section, bool ascending)
{
    m_sorted = section;
    m_ascending = ascending;
    viewport()->update();
}

QSize ListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), QFontMetrics(scaledFont(textsize::helper)).height() + 12};
}

void ListHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colors c = colorsOf(QApplication::palette());
    painter.fillRect(viewport()->rect(), c.page);
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), c.line);
    painter.end();
    QHeaderView::paintEvent(event);
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Colors c = colorsOf(QApplication::palette());
    painter->save();
    const bool sorted = section == m_sorted;
    const QFont font = scaledFont(textsize::helper, sorted ? QFont::DemiBold : QFont::Normal);
    const int visual = visualIndex(section);
    const bool right = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() == Qt::AlignRight;
    QRect place = rect.adjusted(visual == 0 ? headingSide : headingGap, 0, right ? -headingSide : -headingGap, 0);
    const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    if (sorted)
        place.adjust(right ? arrowWidth : 0, 0, right ? 0 : -arrowWidth, 0);
    const QString words = QFontMetrics(font).elidedText(title, Qt::ElideRight, place.width());
    painter->setFont(font);
    painter->setPen(sorted ? c.text : c.secondary);
    painter->drawText(place, int(right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, words);
    const int length = QFontMetrics(font).horizontalAdvance(words);
    if (sorted) {
        const qreal x =
            right ? place.right() - length - arrowWidth / 2.0 : place.left() + length + arrowWidth / 2.0 + 2;
        drawArrow(*painter, QPointF(x, place.center().y() + 1), m_ascending, c.text);
    }
    if (visual < count() - 1) // marks the edge that can be dragged
        painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), c.line);
    painter->restore();
}

} // namespace linterna
