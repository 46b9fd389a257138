// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace linterna {

//! What a column of the everyday table is called in the language shown.
[[nodiscard]] QString columnWord(const QString &name);
//! Those of all columns, by their names.
[[nodiscard]] QMap<QString, QString> columnWords();

} // namespace linterna
