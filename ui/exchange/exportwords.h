// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportoptions.h"

namespace linterna {

//! Name of a column of the everyday table in the language shown. `line`: what a line of the table stands for.
[[nodiscard]] QString columnWord(const QString &name, ExportOptions::Line line);
//! Names in the language shown of all columns of such a table, by their fixed names.
[[nodiscard]] QMap<QString, QString> columnWords(ExportOptions::Line line);

} // namespace linterna
