// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextOption>

namespace linterna {

//! How to wrap text that may be anything: at words, and inside those too long for a line; but anywhere where a word is
//! so long that looking for its end at each line would freeze the window for minutes.
[[nodiscard]] QTextOption::WrapMode wrapModeFor(QStringView text);

} // namespace linterna
