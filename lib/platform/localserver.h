// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! The name for QLocalServer and QLocalSocket under which programs find each other that work in the same `folder`,
//! given by its canonical path.
[[nodiscard]] QString localServerName(const QString &folder);

} // namespace linterna
