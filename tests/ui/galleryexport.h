// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! Names of states of the export dialog, for pictures.
[[nodiscard]] QStringList exportStates();
//! Opens the dialog in that state over `window`.
void showExportDialog(QWidget *window, const QString &state);

} // namespace linterna
