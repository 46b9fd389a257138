// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

class QWidget;

namespace linterna {

//! Area of the screen where a window's content may lie: the available area without the window's frame.
[[nodiscard]] QRect screenRoom(const QWidget *window);

//! Makes a window no larger than its screen and moves it inside. Its content must be able to scroll: a window is never
//! smaller than its layout allows. Moves it only if a position was set; else the window manager finds one.
void keepOnScreen(QWidget *window);

//! Calls keepOnScreen() for every window and dialog of the program when it is shown, Qt's own included, but not for
//! popups.
class ScreenFit : public QObject
{
public:
    explicit ScreenFit(QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linterna
