// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextOption>

namespace linterna {

//! How to wrap an arbitrary text: at words, and inside words too long for a line; but at any character where a word is
//! so long that Qt, looking for its end at each line, would freeze the window for minutes.
[[nodiscard]] QTextOption::WrapMode wrapModeFor(QStringView text);

} // namespace linterna
