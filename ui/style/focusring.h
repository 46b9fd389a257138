// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace linterna {

//! Draws a ring around the control that has the keyboard focus, in every window of the program.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

private:
    void moveTo(QWidget *widget);
    QPointer<QFocusFrame> m_frame;
};

} // namespace linterna
