// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/linternastyle.h"

#include "ui/style/indicator.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace linterna {

namespace {

constexpr int controlHeight = 32;
constexpr qreal controlCorner = 6;
constexpr int scrollBarExtent = 12;
constexpr int ringMargin = 4; // 2 px of gap and 2 px of ring
constexpr char kindProperty[] = "linternaButtonKind";

ButtonKind kindOf(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Plain;
}

//! Rectangle for an outline one pixel wide: its middle lies half a pixel inside `rect`.
QRectF hairlineRect(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

ColorPair buttonColors(const QStyleOption *option, ButtonKind kind, const Colors &c)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & QStyle::State_Sunken;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const qreal tint = down ? 0.16 : hover ? 0.08 : 0;
    if (!enabled)
        return {option->palette.color(QPalette::Disabled, QPalette::ButtonText), c.panel};
    switch (kind) {
    case ButtonKind::Primary:
        return {c.onPrimary, mixed(c.text, c.primary, tint * 1.5)};
    case ButtonKind::Segment:
        if (option->state & QStyle::State_On)
            return c.highContrast ? c.selected : c.category(StatusCategory::InReview);
        return {c.text, mixed(c.primary, c.page, tint)};
    case ButtonKind::Link:
        return {c.primary, mixed(c.primary, c.page, tint)};
    case ButtonKind::Plain:
        break;
    }
    return {c.text, mixed(c.primary, c.page, tint)};
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Colors c = colorsOf(option->palette);
    const ButtonKind kind = kindOf(widget);
    const ColorPair colors = buttonColors(option, kind, c);
    const bool hover = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    if (kind == ButtonKind::Link && !hover)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool framed = kind == ButtonKind::Plain || kind == ButtonKind::Segment || !enabled;
    painter->setPen(framed ? QPen(enabled ? c.control : c.line, 1) : QPen(Qt::NoPen));
    painter->setBrush(colors.ground);
    painter->drawRoundedRect(framed ? hairlineRect(option->rect) : QRectF(option->rect), controlCorner, controlCorner);
    painter->restore();
}

//! Draws a link's icon and text from the left edge, so that they align with text above; a link has no frame.
void drawLinkLabel(const QStyleOptionButton *button, QPainter *painter, const QStyle *style)
{
    const bool enabled = button->state & QStyle::State_Enabled;
    QRect text = button->rect;
    if (!button->icon.isNull()) {
        // The icon has an empty border of 3 px.
        const QRect place(QPoint(button->rect.left() - 3, text.center().y() - button->iconSize.height() / 2),
                          button->iconSize);
        button->icon.paint(painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(place.right() + 5);
    }
    style->drawItemText(painter, text, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextShowMnemonic, button->palette,
                        enabled, button->text, QPalette::ButtonText);
}

void drawEntryPanel(const QStyleOption *option, QPainter *painter)
{
    const Colors c = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = option->state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused ? c.focus : enabled ? c.control : c.line, 1));
    painter->setBrush(enabled ? c.page : c.panel);
    painter->drawRoundedRect(hairlineRect(option->rect), controlCorner, controlCorner);
    painter->restore();
}

void drawFocusRing(const QStyleOption *option, QPainter *painter)
{
    const Colors c = colorsOf(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const QRectF outer(option->rect);
    painter->setPen(QPen(c.page, 2));
    painter->drawRoundedRect(outer.adjusted(3, 3, -3, -3), controlCorner + 1, controlCorner + 1);
    painter->setPen(QPen(c.focus, 2));
    painter->drawRoundedRect(outer.adjusted(1, 1, -1, -1), controlCorner + 3, controlCorner + 3);
    painter->restore();
}

void drawStyleChevron(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(rect).center();
    painter->drawPolyline(QPolygonF({middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)}));
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider *option, const QRect &slider, QPainter *painter)
{
    const Colors c = colorsOf(option->palette);
    painter->fillRect(option->rect, c.page);
    if (option->maximum <= option->minimum)
        return;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? c.control : mixed(c.control, c.page, 0.6));
    const bool upright = option->orientation == Qt::Vertical;
    const QRectF thumb =
        QRectF(slider).adjusted(upright ? 3 : 2, upright ? 2 : 3, upright ? -3 : -2, upright ? -2 : -3);
    painter->drawRoundedRect(thumb, 3, 3);
    painter->restore();
}

//! Rectangle of a scroll bar's thumb, at least 24 px long; there are no arrow buttons at the ends.
QRect scrollThumb(const QStyleOptionSlider *option)
{
    const bool upright = option->orientation == Qt::Vertical;
    const int length = upright ? option->rect.height() : option->rect.width();
    const qint64 range = qint64(option->maximum) - option->minimum;
    const int thumb = range <= 0
        ? length
        : std::clamp(int(qint64(length) * option->pageStep / std::max<qint64>(range + option->pageStep, 1)),
                     std::min(24, length), length);
    const int start = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                      length - thumb, option->upsideDown);
    return upright ? QRect(option->rect.left(), option->rect.top() + start, option->rect.width(), thumb)
                   : QRect(option->rect.left() + start, option->rect.top(), thumb, option->rect.height());
}

QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const QRect thumb = scrollThumb(option);
    const bool upright = option->orientation == Qt::Vertical;
    QRect rect = option->rect;
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSlider:
        return thumb;
    case QStyle::SC_ScrollBarSubPage:
        upright ? rect.setBottom(thumb.top() - 1) : rect.setRight(thumb.left() - 1);
        return rect;
    case QStyle::SC_ScrollBarAddPage:
        upright ? rect.setTop(thumb.bottom() + 1) : rect.setLeft(thumb.right() + 1);
        return rect;
    default:
        return {};
    }
}

} // namespace

void setButtonKind(QPushButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->setAutoDefault(false);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
}

LinternaStyle::LinternaStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void LinternaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        // An entry inside a spin or combo box has lineWidth 0: the box draws the frame.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); !frame || frame->lineWidth > 0)
            drawEntryPanel(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        drawIndicator(option, painter, element == PE_IndicatorRadioButton);
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect: // drawn by the window's focus frame
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LinternaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        drawFocusRing(option, painter);
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, colorsOf(option->palette).line);
        return;
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton own(*button);
            const ColorPair colors = buttonColors(option, kindOf(widget), colorsOf(option->palette));
            own.palette.setColor(QPalette::ButtonText, colors.text);
            own.state &= ~State_HasFocus;
            if (kindOf(widget) == ButtonKind::Link) {
                drawLinkLabel(&own, painter, this);
                return;
            }
            painter->save();
            // A pressed segment is bold too: colour alone must not tell which one is on.
            if (kindOf(widget) == ButtonKind::Segment && (option->state & State_On)) {
                QFont bold = painter->font();
                bold.setWeight(QFont::DemiBold);
                painter->setFont(bold);
            }
            QProxyStyle::drawControl(element, &own, painter, widget);
            painter->restore();
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LinternaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(bar, scrollThumb(bar), painter);
            return;
        }
    }
    if (control == CC_ComboBox) {
        drawEntryPanel(option, painter);
        drawStyleChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                         colorsOf(option->palette).text);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect LinternaStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(bar, part);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(6, 0, 0, 0);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize LinternaStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    const int height = std::max(controlHeight, option ? option->fontMetrics.height() + 12 : 0);
    switch (type) {
    case CT_PushButton:
        return {size.width() + (kindOf(widget) == ButtonKind::Link ? 8 : 32), height};
    case CT_LineEdit:
        return {size.width() + 16, height};
    case CT_ComboBox:
        return {size.width() + 40, height};
    case CT_MenuItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool line = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        return line ? base : QSize(base.width() + 8, base.height() + 6);
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), 28)};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int LinternaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_SplitterWidth: // Qt makes the place to grab wider than the line
        return 1;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringMargin;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize(widget ? widget->font() : QApplication::font());
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 20;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LinternaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Widget_Animation_Duration:
        return std::min(QProxyStyle::styleHint(hint, option, widget, returnData), 120);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void LinternaStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || widget->inherits("QComboBox") || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace linterna
