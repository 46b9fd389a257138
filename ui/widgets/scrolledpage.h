// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linterna {

//! Page of a ScrollArea that fills it, and scrolls only where there is less room than the content's minimum. A
//! QScrollArea gives a page with wrapped texts its preferred height, and scrolls already below that.
class ScrolledPage : public QWidget
{
    Q_OBJECT
public:
    //! Takes ownership of `content`, which must have a layout.
    explicit ScrolledPage(QWidget *content);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_content;
};

} // namespace linterna
