// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace linterna {

//! States of the certificate dialog for the review set.
[[nodiscard]] QStringList certificateStates();
//! Opens the dialog in that state over `window`. Real servers and files, made for the purpose.
void showCertificateDialog(QWidget *window, const QString &state);

} // namespace linterna
