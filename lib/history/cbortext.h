// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborStreamReader>
#include <QCborValue>
#include <QString>

namespace linterna {

//! A text on its way into CBOR. CBOR text must be valid Unicode: Qt writes "?" for what is not, and takes a byte order
//! mark in front away on reading. Such a text travels as its UTF-16 code units.
[[nodiscard]] QCborValue cborFromText(const QString &text);
//! And back: any text comes back as it was.
[[nodiscard]] QString textFromCbor(const QCborValue &value);

//! UTF-16 code units in little-endian order.
[[nodiscard]] QByteArray unitsOf(const QString &text);
[[nodiscard]] QString textOfUnits(const QByteArray &units);

//! Whether the text survives UTF-8.
[[nodiscard]] bool survivesUtf8(const QString &text);

//! The same where the stream stands, which goes on behind it. Empty where there is no text.
[[nodiscard]] QString readCborText(QCborStreamReader &reader);

} // namespace linterna
