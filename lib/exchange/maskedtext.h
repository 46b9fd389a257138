// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! A text for eyes outside of the office: receipt numbers as ReceiptNumber::masked() has them, however they are
//! grouped, and any other run of seven digits or more as as many dots.
[[nodiscard]] QString maskedText(const QString &text);

} // namespace linterna
