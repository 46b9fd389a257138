// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/checkoutcome.h"
#include "net/transcripttext.h"

namespace linterna {

//! A request and its reply as plain text below a heading that says what it is for, when it was sent (UTC), how long it
//! took and over which encryption, in the language shown.
[[nodiscard]] QString transcriptSection(const QString &heading, const HttpTranscript &transcript,
                                        ReceiptNumbers receipts);

//! Everything that was sent for a check and came back: proof of the request, and what support asks for. Holds the
//! receipt number, and neither secret nor token.
[[nodiscard]] QString technicalDetails(const CheckOutcome &outcome);

} // namespace linterna
