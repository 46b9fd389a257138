// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLayout;
class QPushButton;
class QVBoxLayout;

namespace linterna {

class ScrollArea;

//! A dialog that fits its screen: a page, and below it the buttons, which are always in view. Where the screen is too
//! small or the letters are too large for all of it, the page scrolls, also with Page Up and Page Down. Show it with open(); it deletes itself when
//! closed.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    explicit Dialog(QWidget *parent = nullptr);

protected:
    //! Sets the title of the window, and puts it above the page as a heading.
    void setHeading(const QString &heading);
    //! Layout of the page, above the buttons.
    [[nodiscard]] QVBoxLayout *page() const { return m_page; }
    //! Sets the row below the page: the buttons, and what must stay in view with them. To be called once.
    void setFoot(QLayout *foot);
    //! Sets a row of buttons as the foot: Cancel, which Enter presses where it has the keyboard focus, and the default
    //! one; `left` stands apart from the two. To be called when the page is filled: Tab goes through both in that order.
    void setButtons(QPushButton *cancel, QPushButton *primary, QPushButton *left = nullptr);
    //! Sets the least width of the dialog in pixels; on a smaller screen it is narrower.
    void setUsualWidth(int width);
    //! Makes the dialog as high as its content needs, within the screen; a visible dialog never gets lower. To be
    //! called when the content has grown.
    void fit();
    //! Makes the dialog exactly as high as its content needs, within the screen. To be called when the content has
    //! shrunk.
    void fitAnew();
    void showWhole(QWidget *part);
    //! The most that the dialog may take of the screen.
    [[nodiscard]] virtual QSize availableSize() const;

    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    //! Sets the page's minimum height for a width of the dialog, and returns the height of page and foot together.
    //! `room`: height available; where it is too low, width for a scroll bar is taken off. All in pixels.
    int arrange(int width, int room);
    [[nodiscard]] int footHeight(int width) const;

    ScrollArea *m_scroll;
    QVBoxLayout *m_page;
    QWidget *m_foot;
    int m_usualWidth = 0;
};

} // namespace linterna
