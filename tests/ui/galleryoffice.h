// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace linterna {

class MainView;

//! Names of the states of what an office writes about a case and puts on paper.
[[nodiscard]] QStringList officeStates();
//! Brings the view, and dialogs in front of its window, into one of them.
void showOffice(MainView &view, const QString &name);

} // namespace linterna
