// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/statuscategory.h"
#include "settings/settings.h"

#include <QColor>
#include <QObject>
#include <QPalette>

#include <array>

namespace linterna {

//! Text and the ground that it stands on.
struct ColorPair {
    QColor text;
    QColor ground;
};

//! The program's colours by role (U.S. Web Design System). Every text on its ground has a contrast of at least 4.5:1.
struct Colors {
    QColor page;    //!< Paper: card, list, entries.
    QColor panel;   //!< What frames the paper: bars.
    QColor line;    //!< Hairlines between things.
    QColor control; //!< Borders of entries and buttons: at least 3:1 on page and panel.
    QColor text;
    QColor secondary; //!< Text of less weight.
    QColor primary;   //!< Links, and the ground of the one primary button.
    QColor onPrimary;
    QColor focus;                        //!< Ring around what has the keyboard.
    ColorPair banner;                    //!< Practice.
    std::array<ColorPair, 8> categories; //!< By StatusCategory.
    ColorPair noAnswer;
    ColorPair selected; //!< A line of a list.
    //! Made of a high-contrast palette: nothing may be mixed or tinted.
    bool highContrast = false;

    [[nodiscard]] const ColorPair &category(StatusCategory category) const
    {
        return categories[static_cast<std::size_t>(category)];
    }
};

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();
//! The colours that belong to a palette: the light or the dark table where the palette is ours, and otherwise (a
//! high-contrast theme) colours made of the palette itself.
[[nodiscard]] Colors colorsOf(const QPalette &palette);
//! A palette that says the same as the table.
[[nodiscard]] QPalette paletteOf(const Colors &colors);

//! `over` painted on `under`; `share` of 1 is `over` alone.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, qreal share);

//! Gives the application its palette and style: as the system is (light, dark, high contrast), unless the person chose.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    //! Applies the choice. A high-contrast system is always followed.
    void apply(Settings::Theme choice);
    //! Looks at the system again: it went dark, or light.
    void systemChanged();

private:
    Settings::Theme m_choice = Settings::Theme::System;
    bool m_applying = false;
};

} // namespace linterna
