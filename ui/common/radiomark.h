// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QWidget;

namespace linterna {

//! The circle before one of several choices: as large as the text beside it asks for.
[[nodiscard]] int radioMarkSize(const QStyleOption *option, const QWidget *widget);
//! Filled where it is the one; in the colours of the palette, so that it is seen on every ground.
void drawRadioMark(const QStyleOption *option, QPainter *painter);

} // namespace linterna
