// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace linterna {

//! A QScrollArea that assistive technology cannot crash, and that scrolls to the control with the keyboard focus
//! however it got the focus; a QScrollArea does that only after the Tab key. Has no frame; its page is as wide as
//! itself.
//!
//! Qt 6.4 counts a visible scroll bar among a QScrollArea's accessible children and trusts every index it is asked for.
//! A client that has counted the scroll bar, and asks for that child just after the bar was hidden, crashes the
//! program.
class ScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollArea(QWidget *parent = nullptr);
    ~ScrollArea() override;

private:
    void keepInView(const QWidget *focused);
};

//! Page of a ScrollArea that reports no minimum height, so that it is as high as its texts need at its width. The
//! layout's own minimum would be that of texts wrapped in the narrowest column, and the page would scroll although it
//! fits.
class WrappedPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace linterna
