// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linterna {

//! Whether a person types what comes from standard input.
[[nodiscard]] bool isInputTerminal();
//! Whether a person sees what goes to standard error, and ANSI escape sequences work there.
[[nodiscard]] bool isErrorTerminal();

//! Asks `question` on standard error, and reads one line, with its end, from a terminal at standard input without
//! showing what is typed. UTF-8 where the terminal's encoding is that; at most `most` bytes.
[[nodiscard]] QByteArray readUnseen(const QString &question, qint64 most);

} // namespace linterna
