// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/httptranscript.h"

namespace linterna {

enum class ReceiptNumbers { Shown, Masked };

//! A transcript as plain text in the shape of HTTP, for a pane and for the clipboard: request line, header fields,
//! body; then the same of the reply, JSON indented in the order in which it came. No words of ours. What hides or turns
//! characters is written as \u{…}, a byte that is no UTF-8 as \x{…}: nothing that came is lost, and nothing does harm.
[[nodiscard]] QString requestText(const HttpTranscript &transcript, ReceiptNumbers receipts);
//! The reply of a transcript as requestText() has the request; empty where there was no reply.
[[nodiscard]] QString replyText(const HttpTranscript &transcript, ReceiptNumbers receipts);

//! Strict JSON (isStrictJson) with two spaces a level and nothing else changed: order, numbers and escapes stay as they
//! are. Anything else comes back as it is.
[[nodiscard]] QByteArray indentedJson(const QByteArray &json);

} // namespace linterna
