// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! States of the connections dialog for the review set.
[[nodiscard]] QStringList connectionStates();
//! Opens the dialog in that state over `window`. The keyring is locked: it gives nothing and takes nothing.
void showConnectionsDialog(QWidget *window, const QString &state);

} // namespace linterna
