// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace linterna {

class MainView;

//! Names of states of an office's case details and of printing, for pictures.
[[nodiscard]] QStringList officeStates();
//! Brings the view, and dialogs in front of its window, into one of them.
void showOffice(MainView &view, const QString &name);

} // namespace linterna
