// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace linterna {

//! A QScrollArea that assistive technology cannot bring down, and in which the control that has the keyboard is seen,
//! whoever gave it the keyboard; a QScrollArea sees to that where the Tab key does. Without a frame, and its page takes
//! its width.
//!
//! Qt 6.4 counts a visible scroll bar among a QScrollArea's accessible children and trusts every index it is asked for.
//! Whoever has counted the scroll bar, and asks for it just after it has gone, ends the program.
class ScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollArea(QWidget *parent = nullptr);
    ~ScrollArea() override;

private:
    void keepInView(const QWidget *focused);
};

} // namespace linterna
