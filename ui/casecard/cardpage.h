// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace linterna {

//! The paper that the card's parts lie on, one below the other in a column of limited width. Not a QLayout, because
//! those end at 524,287 pixels, which a long text at a large size passes.
class CardPage : public QWidget
{
    Q_OBJECT
public:
    //! `columnWidth`: at most so many pixels, so that lines stay short enough to follow.
    explicit CardPage(int columnWidth, QWidget *parent = nullptr);
    void add(QWidget *part);
    //! Puts every visible part in its place, at once.
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
