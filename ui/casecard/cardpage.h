// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace linterna {

//! Places the card's parts one below the other in a column of limited width. Does not use a QLayout, which is limited
//! to 524,287 pixels; a long text at a large size is higher.
class CardPage : public QWidget
{
    Q_OBJECT
public:
    //! `columnWidth`: greatest width of the column in pixels, so that lines stay short enough to follow.
    explicit CardPage(int columnWidth, QWidget *parent = nullptr);
    void add(QWidget *part);
    //! Places all visible parts at once.
    void arrange();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_columnWidth;
    bool m_arranging = false;
    std::vector<QWidget *> m_parts;
};

} // namespace linterna
