// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborStreamReader>
#include <QCborValue>
#include <QString>

namespace linterna {

//! A text as CBOR. CBOR text must be valid Unicode: Qt writes "?" for what is not, and takes a leading byte order mark
//! away on reading. Such a text is written as its UTF-16 code units.
[[nodiscard]] QCborValue cborFromText(const QString &text);
//! The inverse of cborFromText(): any text comes back as it was.
[[nodiscard]] QString textFromCbor(const QCborValue &value);

//! A text as its UTF-16 code units in little-endian order, and the inverse.
[[nodiscard]] QByteArray unitsOf(const QString &text);
[[nodiscard]] QString textOfUnits(const QByteArray &units);

//! Whether the text comes back unchanged when it is written as UTF-8 and read again.
[[nodiscard]] bool survivesUtf8(const QString &text);

//! Reads the text at the stream's position, as textFromCbor() does, and moves the stream behind it. Empty where there
//! is no text.
[[nodiscard]] QString readCborText(QCborStreamReader &reader);

} // namespace linterna
