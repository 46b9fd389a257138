// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QPainter;
class QStyleOption;

namespace linterna {

//! Side of the box of a check box and of the ring of a radio button beside text of this font.
[[nodiscard]] int indicatorSize(const QFont &font);
//! Draws it: an edge that can be seen on every ground, and filled where it is on.
void drawIndicator(const QStyleOption *option, QPainter *painter, bool radio);

} // namespace linterna
