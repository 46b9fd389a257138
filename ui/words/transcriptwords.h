// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/net/transcripttext.h"

namespace linterna {

//! A request and its reply as plain text below a heading that says what it is for, when it was sent (UTC), how long it
//! took and over which encryption, in the language shown.
[[nodiscard]] QString transcriptSection(const QString &heading, const HttpTranscript &transcript,
                                        ReceiptNumbers receipts);

//! All requests of a check and their replies: proof of the requests, and what support asks for. Holds the receipt
//! number, but no client secret and no access token.
[[nodiscard]] QString technicalDetails(const CheckOutcome &outcome);

} // namespace linterna
