// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! Names of states of the connections dialog, for pictures.
[[nodiscard]] QStringList connectionStates();
//! Opens the dialog in that state over `window`, with a locked keyring, which neither reads nor stores.
void showConnectionsDialog(QWidget *window, const QString &state);

} // namespace linterna
