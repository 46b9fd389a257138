// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace linterna {

//! A line icon of the program (resources/icons/NAME.svg, drawn on 24 × 24 in currentColor) in a colour, sharp at every
//! screen scale.
[[nodiscard]] QIcon tintedIcon(const QString &name, const QColor &color);

//! The lantern, in its own colours.
[[nodiscard]] QIcon lanternIcon();

} // namespace linterna
