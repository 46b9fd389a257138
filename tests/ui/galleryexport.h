// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! States of the export dialog for the review set.
[[nodiscard]] QStringList exportStates();
//! Opens the dialog in that state over `window`.
void showExportDialog(QWidget *window, const QString &state);

} // namespace linterna
