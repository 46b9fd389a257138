// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! Names of states of the certificate dialog, for pictures.
[[nodiscard]] QStringList certificateStates();
//! Opens the dialog in that state over `window`, with real servers and files made for it.
void showCertificateDialog(QWidget *window, const QString &state);

} // namespace linterna
