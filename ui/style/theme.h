// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/statuscategory.h"
#include "lib/settings/settings.h"

#include <QColor>
#include <QObject>
#include <QPalette>

#include <array>

namespace linterna {

//! Colours of a text and of the ground behind it.
struct ColorPair {
    QColor text;
    QColor ground;
};

//! The program's colours by role (U.S. Web Design System). Every text on its ground has a contrast of at least 4.5:1.
struct Colors {
    QColor page;    //!< Ground of card, list and entries.
    QColor panel;   //!< Ground of the bars around card and list.
    QColor line;    //!< Thin lines between parts.
    QColor control; //!< Borders of entries and buttons: at least 3:1 on page and panel.
    QColor text;
    QColor secondary; //!< Text of less importance.
    QColor primary;   //!< Links, and the ground of the one primary button.
    QColor onPrimary;
    QColor focus;                        //!< Ring around the control that has the keyboard focus.
    ColorPair banner;                    //!< Banner about practice.
    std::array<ColorPair, 8> categories; //!< Indexed by StatusCategory.
    ColorPair noAnswer;
    ColorPair selected; //!< A selected row of a list.
    //! Whether the colours come from a high-contrast palette: they must not be mixed or tinted then.
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
//! A palette with these colours in its roles.
[[nodiscard]] QPalette paletteOf(const Colors &colors);

//! `over` painted on `under`; `share` of 1 is `over` alone.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, qreal share);

//! Sets the application's palette and style: those of the system (light, dark, high contrast) unless the person chose.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    //! Applies the choice. A high-contrast system is always followed.
    void apply(Settings::Theme choice);
    //! To be called when the system has changed its theme: applies the last choice anew.
    void systemChanged();

private:
    Settings::Theme m_choice = Settings::Theme::System;
    bool m_applying = false;
};

} // namespace linterna
