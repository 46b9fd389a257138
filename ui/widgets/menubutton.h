// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace linterna {

//! A button with a menu. Its accessible actions (ShowMenu, Press) return at once; those of Qt's own button return only
//! when the menu has closed.
class MenuButton : public QPushButton
{
    Q_OBJECT
public:
    explicit MenuButton(QWidget *parent = nullptr);
    //! Opens the menu below the button, or closes it; returns at once.
    void toggleMenu();
};

} // namespace linterna
