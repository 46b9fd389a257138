// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace linterna::test {

//! The first button inside a widget that has this text, seen or not; null where there is none.
inline QPushButton *buttonIn(const QWidget *place, const QString &text)
{
    for (QPushButton *each : place->findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

//! The first visible button inside a widget that has this text; null where there is none.
inline QPushButton *visibleButtonIn(const QWidget *place, const QString &text)
{
    for (QPushButton *each : place->findChildren<QPushButton *>()) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace linterna::test
