// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenfit.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace linterna {

namespace {

//! Assumed size of a window's frame before it is shown, when it is not known yet: more than most window managers draw.
constexpr QMargins usualFrame(8, 40, 8, 8);

QMargins frameOf(const QWidget *window)
{
    const QWindow *handle = window->windowHandle();
    const QMargins frame = handle && window->isVisible() ? handle->frameMargins() : QMargins();
    return frame.isNull() ? usualFrame : frame;
}

} // namespace

QRect screenRoom(const QWidget *window)
{
    return window->screen()->availableGeometry().marginsRemoved(frameOf(window));
}

void keepOnScreen(QWidget *window)
{
    const QRect room = screenRoom(window);
    if (const QSize size = window->size().boundedTo(room.size()); size != window->size())
        window->resize(size);
    // A window without a position of its own is placed by the window manager.
    if (!window->testAttribute(Qt::WA_Moved))
        return;
    const QRect now = window->geometry();
    const QPoint place(std::clamp(now.x(), room.left(), std::max(room.left(), room.right() + 1 - now.width())),
                       std::clamp(now.y(), room.top(), std::max(room.top(), room.bottom() + 1 - now.height())));
    if (place != now.topLeft())
        window->setGeometry(QRect(place, now.size()));
}

ScreenFit::ScreenFit(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ScreenFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || !watched->isWidgetType() || event->spontaneous())
        return false;
    auto *window = static_cast<QWidget *>(watched);
    const Qt::WindowType type = window->windowType();
    constexpr auto large = Qt::WindowMaximized | Qt::WindowFullScreen;
    if (window->isWindow() && (type == Qt::Window || type == Qt::Dialog) && !(window->windowState() & large))
        keepOnScreen(window);
    return false;
}

} // namespace linterna
