// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/exportoptions.h"

namespace linterna {

//! What a column of the everyday table is called in the language shown, where a line stands for this.
[[nodiscard]] QString columnWord(const QString &name, ExportOptions::Line line);
//! Those of all columns that there are then, by their names.
[[nodiscard]] QMap<QString, QString> columnWords(ExportOptions::Line line);

} // namespace linterna
