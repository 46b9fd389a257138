// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! Names of states of backup, restoration and import, for pictures.
[[nodiscard]] QStringList backupStates();
//! Brings `window` into that state, with real records and files made for it.
void showBackup(QWidget *window, const QString &state);

} // namespace linterna
