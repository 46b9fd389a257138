// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace linterna {

//! Palette of a high-contrast system: white on black, or for false black on white.
inline QPalette highContrast(bool white)
{
    const QColor ink = white ? Qt::black : Qt::white;
    const QColor paper = white ? Qt::white : Qt::black;
    const QColor chosen = white ? QColor(0x00, 0x00, 0x8b) : QColor(Qt::yellow);
    QPalette palette(ink, paper, ink, ink, ink, ink, ink, paper, paper);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, white ? QColor(0x60, 0, 0) : QColor(0x3f, 0xf2, 0x3f));
    palette.setColor(QPalette::AlternateBase, paper);
    palette.setColor(QPalette::Highlight, chosen);
    palette.setColor(QPalette::HighlightedText, paper);
    palette.setColor(QPalette::PlaceholderText, ink);
    palette.setColor(QPalette::Link, chosen);
    return palette;
}

} // namespace linterna
