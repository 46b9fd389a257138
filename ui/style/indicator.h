// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QPainter;
class QStyleOption;

namespace linterna {

//! Side in pixels of a check box's box or a radio button's ring beside text of this font.
[[nodiscard]] int indicatorSize(const QFont &font);
//! Draws the box, or for `radio` the ring: with an edge that is visible on every ground, filled where it is on.
void drawIndicator(const QStyleOption *option, QPainter *painter, bool radio);

} // namespace linterna
