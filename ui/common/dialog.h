// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLayout;
class QVBoxLayout;

namespace linterna {

class ScrollArea;

//! A dialog that fits its screen: a page, and below it the buttons, which are always in view. Where the screen is too
//! small for all of it, or the letters are too large, the page scrolls, with Page Up and Page Down too.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    explicit Dialog(QWidget *parent = nullptr);

protected:
    //! What stands above the buttons.
    [[nodiscard]] QVBoxLayout *page() const { return m_page; }
    //! The buttons, and what stays with them.
    void setFoot(QLayout *foot);
    //! At least so wide, where the screen has room for it.
    void setUsualWidth(int width);
    //! As high as it needs to be at its width, within the screen. To be called when it needs more than before.
    void fit();
    //! The same, and no higher: when it needs less.
    void fitAnew();
    void showWhole(QWidget *part);

    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Page;
    //! Tells the page how high it must be at a width of the dialog, and returns the height of all.
    int arrange(int width, int room);
    [[nodiscard]] int footHeight(int width) const;

    ScrollArea *m_scroll;
    QVBoxLayout *m_page;
    QWidget *m_foot;
    int m_usualWidth = 0;
};

} // namespace linterna
