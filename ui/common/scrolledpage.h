// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linterna {

//! The page of a ScrollArea that fills it, and scrolls only where there is less room than its content needs at the least.
//! A QScrollArea asks a page in which texts wrap for the height that it would like to have, and scrolls below that.
class ScrolledPage : public QWidget
{
    Q_OBJECT
public:
    //! Takes the content over, which has a layout.
    explicit ScrolledPage(QWidget *content);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_content;
};

} // namespace linterna
