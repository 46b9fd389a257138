// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QStringList>

namespace linterna {

//! Names of the papers that can be drawn.
[[nodiscard]] QStringList paperStates();
//! Writes a paper as a PDF into the folder.
void writePaper(const QString &name, const QDir &folder);

} // namespace linterna
