// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace linterna {

//! `body` as text that can be read as JSON: without a byte order mark, and with what is no UTF-8 and raw NUL bytes,
//! both of which would cost the whole reply, replaced by U+FFFD.
[[nodiscard]] QByteArray jsonText(const QByteArray &body);

//! Whether `text` is JSON to the letter (RFC 8259), nested no deeper than DeepestJson. QJsonDocument alone takes raw
//! line breaks in strings, ".5" and "\x". Does not recurse. UTF-8 is not looked at: see jsonText().
[[nodiscard]] bool isStrictJson(QByteArrayView text);

//! The object that `text` is; empty where it is no strict JSON, no object, or holds a number beyond a double. Of
//! duplicate keys the last one counts.
[[nodiscard]] std::optional<QJsonObject> strictJsonObject(const QByteArray &text);

constexpr qsizetype DeepestJson = 200;

} // namespace linterna
