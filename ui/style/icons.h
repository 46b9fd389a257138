// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace linterna {

//! An icon from resources/icons/NAME.svg (24 × 24, drawn in currentColor) in a colour, sharp at every screen scale.
[[nodiscard]] QIcon tintedIcon(const QString &name, const QColor &color);

//! The program's icon, a lantern, in its own colours.
[[nodiscard]] QIcon lanternIcon();

} // namespace linterna
