// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

class QWidget;

namespace linterna {

//! Where a window's content may lie on its screen: the available area less the frame around the window.
[[nodiscard]] QRect screenRoom(const QWidget *window);

//! Makes a window no larger than its screen has room for, and moves it there. What it holds must be able to scroll: a
//! window is never smaller than its layout allows. Before it is shown, the window manager finds the place.
void keepOnScreen(QWidget *window);

//! Does that for every window and dialog of the program when it is shown, Qt's own included. Popups find their place
//! themselves.
class ScreenFit : public QObject
{
public:
    explicit ScreenFit(QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linterna
