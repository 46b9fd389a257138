// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/linternastyle.h"

#include <QApplication>
#include <QFont>

namespace linterna {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value | 0xff000000U);
}

Colors makeLight()
{
    return {.page = rgb(0xffffff),
            .panel = rgb(0xf0f0f0),
            .line = rgb(0xdfe1e2),
            .control = rgb(0x71767a),
            .text = rgb(0x1b1b1b),
            .secondary = rgb(0x565c65),
            .primary = rgb(0x005ea2),
            .onPrimary = rgb(0xffffff),
            .focus = rgb(0x2672de),
            .banner = {rgb(0x1b1b1b), rgb(0xffbe2e)},
            .categories = {ColorPair{rgb(0x07648d), rgb(0xe1f3f8)}, ColorPair{rgb(0x1a4480), rgb(0xd9e8f6)},
                           ColorPair{rgb(0x5c410a), rgb(0xfaf3d1)}, ColorPair{rgb(0x54278f), rgb(0xede3ff)},
                           ColorPair{rgb(0x204e34), rgb(0xdbf6ed)}, ColorPair{rgb(0x154c21), rgb(0xecf3ec)},
                           ColorPair{rgb(0x8b0a03), rgb(0xf8dfe2)}, ColorPair{rgb(0x3d4551), rgb(0xf0f0f0)}},
            .noAnswer = {rgb(0x8b0a03), rgb(0xffffff)},
            .selected = {rgb(0x1b1b1b), rgb(0xdfeaf4)}};
}

Colors makeDark()
{
    return {.page = rgb(0x1b1b1b),
            .panel = rgb(0x2e2e2e),
            .line = rgb(0x3d4551),
            .control = rgb(0x8d9297),
            .text = rgb(0xf0f0f0),
            .secondary = rgb(0xa9aeb1),
            .primary = rgb(0x73b3e7),
            .onPrimary = rgb(0x1b1b1b),
            .focus = rgb(0x81aefc),
            .banner = {rgb(0x1b1b1b), rgb(0xffbe2e)},
            .categories = {ColorPair{rgb(0x97d4ea), rgb(0x193b4d)}, ColorPair{rgb(0xbbcae4), rgb(0x162e51)},
                           ColorPair{rgb(0xffe396), rgb(0x3b2b15)}, ColorPair{rgb(0xd5bfff), rgb(0x38225c)},
                           ColorPair{rgb(0x92d9bb), rgb(0x193324)}, ColorPair{rgb(0xb4d0b9), rgb(0x1c2e1f)},
                           ColorPair{rgb(0xfdb8ae), rgb(0x5c1111)}, ColorPair{rgb(0xdfe1e2), rgb(0x3d4551)}},
            .noAnswer = {rgb(0xfdb8ae), rgb(0x1b1b1b)},
            .selected = {rgb(0xf0f0f0), rgb(0x28343e)}};
}

//! Whether a palette is exactly black on white or white on black, as only those of high-contrast themes are.
bool isHighContrast(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::WindowText).rgb();
    return (window == 0xff000000U && text == 0xffffffffU) || (window == 0xffffffffU && text == 0xff000000U);
}

bool isOurs(const QPalette &palette, const Colors &colors)
{
    return palette.color(QPalette::Window) == colors.panel && palette.color(QPalette::Base) == colors.page;
}

} // namespace

const Colors &lightColors()
{
    static const Colors colors = makeLight();
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors = makeDark();
    return colors;
}

Colors colorsOf(const QPalette &palette)
{
    if (isOurs(palette, lightColors()))
        return lightColors();
    if (isOurs(palette, darkColors()))
        return darkColors();
    const QColor text = palette.color(QPalette::Text);
    const QColor page = palette.color(QPalette::Base);
    const ColorPair plain{text, page};
    return {.page = page,
            .panel = palette.color(QPalette::Window),
            .line = text,
            .control = text,
            .text = text,
            .secondary = text,
            .primary = palette.color(QPalette::Highlight),
            .onPrimary = palette.color(QPalette::HighlightedText),
            .focus = palette.color(QPalette::Highlight),
            .banner = {palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)},
            .categories = {plain, plain, plain, plain, plain, plain, plain, plain},
            .noAnswer = plain,
            .selected = {palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)},
            .highContrast = true};
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette(c.text, c.panel, c.page, c.line, c.control, c.text, c.page);
    const auto both = [&](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        palette.setColor(QPalette::All, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const QColor faint = mixed(c.secondary, c.panel, 0.75);
    both(QPalette::Window, c.panel, c.panel);
    both(QPalette::WindowText, c.text, faint);
    both(QPalette::Base, c.page, c.panel);
    both(QPalette::AlternateBase, c.panel, c.panel);
    both(QPalette::Text, c.text, faint);
    both(QPalette::Button, c.page, c.panel);
    both(QPalette::ButtonText, c.text, faint);
    both(QPalette::BrightText, c.onPrimary, c.onPrimary);
    both(QPalette::Highlight, c.primary, c.line);
    both(QPalette::HighlightedText, c.onPrimary, faint);
    both(QPalette::Link, c.primary, faint);
    both(QPalette::LinkVisited, c.primary, faint);
    both(QPalette::PlaceholderText, c.secondary, faint);
    both(QPalette::ToolTipBase, c.text, c.text);
    both(QPalette::ToolTipText, c.page, c.page);
    both(QPalette::Light, c.page, c.page);
    both(QPalette::Midlight, c.line, c.line);
    both(QPalette::Mid, c.line, c.line);
    both(QPalette::Dark, c.control, c.line);
    both(QPalette::Shadow, c.line, c.line);
    return palette;
}

QColor mixed(const QColor &over, const QColor &under, qreal share)
{
    const auto channel = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    QApplication::setStyle(new LinternaStyle);
}

void Theme::apply(Settings::Theme choice)
{
    if (m_applying)
        return;
    m_applying = true;
    m_choice = choice;
    // Unsets the palette, so that QApplication::palette() returns the system's.
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    if (!isHighContrast(system)) {
        const bool systemDark = system.color(QPalette::Window).lightness() < 128;
        const bool dark = choice == Settings::Theme::Dark || (choice == Settings::Theme::System && systemDark);
        QApplication::setPalette(paletteOf(dark ? darkColors() : lightColors()));
    }
    m_applying = false;
}

void Theme::systemChanged()
{
    apply(m_choice);
}

} // namespace linterna
