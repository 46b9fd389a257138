// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/statuslook.h"

#include <QCoreApplication>
#include <QPainterPath>

namespace linterna {

namespace {

constexpr const char *categoryWords[] = {
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Received"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "In review"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Action needed"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Appointment"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Approved"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Card or document"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Refused"),
    QT_TRANSLATE_NOOP("linterna::StatusLook", "Update"),
};

QString word(const char *source)
{
    return QCoreApplication::translate("linterna::StatusLook", source);
}

void drawEnvelope(QPainter &painter, const QRectF &box)
{
    const QRectF paper = box.adjusted(0, box.height() * 0.14, 0, -box.height() * 0.14);
    painter.drawRoundedRect(paper, 1, 1);
    painter.drawPolyline(
        QPolygonF({paper.topLeft(), QPointF(paper.center().x(), paper.center().y() + 1), paper.topRight()}));
}

void drawCross(QPainter &painter, const QRectF &box)
{
    const QRectF in = box.adjusted(1, 1, -1, -1);
    painter.drawLine(in.topLeft(), in.bottomRight());
    painter.drawLine(in.topRight(), in.bottomLeft());
}

void drawHalf(QPainter &painter, const QRectF &box, const QColor &ink)
{
    painter.drawEllipse(box);
    painter.setBrush(ink);
    painter.drawPie(box, 90 * 16, 180 * 16);
}

void drawDiamond(QPainter &painter, const QRectF &box)
{
    const QPointF c = box.center();
    painter.drawPolygon(
        QPolygonF({{c.x(), box.top()}, {box.right(), c.y()}, {c.x(), box.bottom()}, {box.left(), c.y()}}));
}

} // namespace

StatusLook lookOf(StatusCategory category, const Colors &colors)
{
    return {category, word(categoryWords[static_cast<std::size_t>(category)]), colors.category(category)};
}

StatusLook lookOf(ErrorCode code, const Colors &colors)
{
    const char *source = code == ErrorCode::NotRecognized ? QT_TRANSLATE_NOOP("linterna::StatusLook", "Not recognized")
        : code == ErrorCode::Closed                       ? QT_TRANSLATE_NOOP("linterna::StatusLook", "Service closed")
                                                          : QT_TRANSLATE_NOOP("linterna::StatusLook", "No answer");
    return {std::nullopt, word(source), colors.noAnswer};
}

void drawSymbol(QPainter &painter, const QRectF &rect, const StatusLook &look)
{
    const QColor ink = look.colors.text;
    const QRectF box = rect.adjusted(0.75, 0.75, -0.75, -0.75);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    if (!look.category) {
        drawCross(painter, box);
        painter.restore();
        return;
    }
    switch (*look.category) {
    case StatusCategory::Received:
        painter.drawEllipse(box);
        break;
    case StatusCategory::InReview:
        drawHalf(painter, box, ink);
        break;
    case StatusCategory::ActionNeeded:
        painter.setBrush(ink);
        drawDiamond(painter, box);
        break;
    case StatusCategory::Appointment:
        painter.drawRect(box);
        painter.fillRect(box.adjusted(2.5, 2.5, -2.5, -2.5), ink);
        break;
    case StatusCategory::Approved:
        painter.setBrush(ink);
        painter.drawEllipse(box);
        break;
    case StatusCategory::CardOnItsWay:
        drawEnvelope(painter, box);
        break;
    case StatusCategory::Refused:
        painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ink);
        break;
    case StatusCategory::Other:
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5));
        break;
    }
    painter.restore();
}

QPixmap symbolPicture(const StatusLook &look, int side, int air, qreal devicePixelRatio)
{
    QPixmap picture(QSize(side + air, side) * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawSymbol(painter, QRectF(0, 0, side, side), look);
    return picture;
}

} // namespace linterna
