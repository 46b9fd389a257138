// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linterna {

//! Says something to assistive technology without moving the keyboard focus.
//!
//! Qt 6.4 has no announcement event yet, and its AT-SPI bridge drops QAccessible::Alert. What screen readers do speak
//! is an object of the role "alert" when it is shown. So this widget is one, a pixel in size; its accessible name is
//! the message, and it sends NameChanged, ObjectShow (AT-SPI: state-changed:showing) and Alert (Windows, macOS).
class Announcer : public QWidget
{
    Q_OBJECT
public:
    explicit Announcer(QWidget *parent);
    void announce(const QString &message);

signals:
    void announced(const QString &message);
};

} // namespace linterna
