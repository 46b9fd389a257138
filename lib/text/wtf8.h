// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace linterna {

//! A text as UTF-8 that can hold every text: a lone surrogate stands as the three bytes that UTF-8 would give its number
//! (WTF-8), and a leading byte order mark stays. The same as UTF-8 for all texts that are valid Unicode.
[[nodiscard]] QByteArray wtf8Of(const QString &text);
//! The inverse of wtf8Of(). Bytes that wtf8Of() never gives become U+FFFD.
[[nodiscard]] QString textOfWtf8(QByteArrayView bytes);
//! textOfWtf8(), but empty for bytes that wtf8Of() never gives, so that no two spellings give the same text.
[[nodiscard]] std::optional<QString> strictTextOfWtf8(QByteArrayView bytes);

} // namespace linterna
