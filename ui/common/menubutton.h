// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace linterna {

//! A button with a menu. Assistive technology that opens it (ShowMenu, Press) is answered at once; Qt's own answers when
//! the menu has closed.
class MenuButton : public QPushButton
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);
    //! Opens the menu below the button, or closes it, and does not wait.
    void toggleMenu();
};

} // namespace linterna
