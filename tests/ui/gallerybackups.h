// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! States of making and restoring a backup, and of taking an export in.
[[nodiscard]] QStringList backupStates();
//! Brings `window` into that state. Real records and files, made for the purpose.
void showBackup(QWidget *window, const QString &state);

} // namespace linterna
