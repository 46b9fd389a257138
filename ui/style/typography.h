// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>

namespace linterna {

//! Font sizes as ratios to the size of the system's font, so that a system set to 200 % gives 200 % everywhere.
namespace textsize {
inline constexpr qreal helper = 0.92;
inline constexpr qreal body = 1.0;
inline constexpr qreal card = 1.1;
inline constexpr qreal section = 1.25;
inline constexpr qreal title = 1.6;
} // namespace textsize

//! The system's font at a ratio of its size.
[[nodiscard]] QFont scaledFont(qreal ratio, QFont::Weight weight = QFont::Normal);
//! The system's fixed-width font: digits of one width, for receipt numbers.
[[nodiscard]] QFont receiptFont(qreal ratio = textsize::body);

//! Side in pixels of a symbol beside text of this font: a little more than the height of a capital letter.
[[nodiscard]] int symbolSizeFor(const QFont &font);

//! Sets the colour of a label's text, whatever background role the widgets around it have.
void setInk(QWidget *widget, const QColor &color);

//! A plain-text label that wraps, can be selected with the mouse, and takes the colour of its Ink from the palette.
//! One of the size of a section is its heading, in bold.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Ink { Text, Secondary };
    explicit TextLabel(qreal ratio = textsize::body, Ink ink = Ink::Text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ink();
    Ink m_ink;
    bool m_inking = false;
};

} // namespace linterna
