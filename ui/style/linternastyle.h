// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QPushButton;

namespace linterna {

//! What a push button is for, which decides its look. A view has at most one Primary.
enum class ButtonKind {
    Plain,
    Primary,
    Segment, //!< One of several checkable buttons side by side.
    Link,    //!< Looks like a link: no frame.
};

void setButtonKind(QPushButton *button, ButtonKind kind);

//! The program's style: controls 32 px high, corners of 6 px, lines one pixel wide, and a focus ring with a gap around
//! the control that has the keyboard focus. What it does not draw itself is Fusion's. Takes colours only from the
//! palette.
class LinternaStyle : public QProxyStyle
{
    Q_OBJECT
public:
    LinternaStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
};

} // namespace linterna
