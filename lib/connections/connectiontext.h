// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace linterna {

//! What is wrong with bytes that should be text, before anything in them is looked at.
enum class TextProblem {
    None,
    Utf16,   //!< Windows calls it "Unicode".
    NotUtf8, //!< Windows-1252 perhaps.
};
//! What is wrong with the bytes. A byte order mark of UTF-8 in front is no problem.
[[nodiscard]] TextProblem textProblemOf(QByteArrayView bytes);
//! The problem in English, for one line of a terminal.
[[nodiscard]] QString textProblemLine(TextProblem problem);

//! The path of the first name that stands twice in one object ("$.headers.X-Team"), escapes undone: readers disagree
//! which of the two counts. Empty where there is none, and where `json` is no strict JSON.
[[nodiscard]] std::optional<QString> doubledName(QByteArrayView json);

//! Why this is no client secret as somebody entered it, in English; empty where it can be one. Names no part of it.
[[nodiscard]] QString secretProblemLine(QByteArrayView secret);

} // namespace linterna
