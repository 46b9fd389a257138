// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollarea.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>

#include <algorithm>

namespace linterna {

namespace {

constexpr int focusMargin = 8; // pixels around a control, with room for its focus frame

QAccessibleInterface *plainInterface(const QString &className, QObject *object)
{
    if (className == QLatin1StringView(ScrollArea::staticMetaObject.className()) && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object));
    return nullptr;
}

//! Half of a control's length together with a margin around it, as far as `room` allows, in pixels.
int halfWith(int length, int room)
{
    return (length + 1) / 2 + std::clamp((room - length) / 2, 0, focusMargin);
}

//! Rectangle in `page` of that part of a control that nested scroll areas between the two do not clip.
QRect seenPlaceOf(const QWidget *control, const QWidget *page)
{
    QRect place = control->rect();
    for (const QWidget *each = control; each != page; each = each->parentWidget()) {
        place.translate(each->pos());
        const QWidget *around = each->parentWidget();
        const auto *pane = around ? qobject_cast<const QAbstractScrollArea *>(around->parentWidget()) : nullptr;
        if (pane && pane->viewport() == around)
            place &= around->rect();
    }
    return place;
}

} // namespace

ScrollArea::ScrollArea(QWidget *parent) : QScrollArea(parent)
{
    QAccessible::installFactory(plainInterface);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // controls inside get the focus
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { keepInView(now); });
}

ScrollArea::~ScrollArea()
{
    qApp->disconnect(this); // children that are deleted lose the focus after this class's part is gone
}

void ScrollArea::keepInView(const QWidget *focused)
{
    // A control that is being pressed with the mouse must not move away from under the pointer.
    if (QApplication::mouseButtons() != Qt::NoButton || !focused || !widget() || !widget()->isAncestorOf(focused))
        return;
    const QRect place = seenPlaceOf(focused, widget());
    if (place.isEmpty())
        return;
    const QRect seen(-widget()->pos(), viewport()->size());
    // A control larger than the viewport is scrolled by its reader: nothing is done while part of it is in view.
    const bool fits = place.width() <= seen.width() && place.height() <= seen.height();
    if (fits ? !seen.contains(place) : !seen.intersects(place))
        ensureVisible(place.center().x(), place.center().y(), halfWith(place.width(), seen.width()),
                      halfWith(place.height(), seen.height()));
}

} // namespace linterna
