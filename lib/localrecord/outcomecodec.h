// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

namespace linterna {

//! The part of a check that a list shows.
struct OutcomeSummary {
    ReceiptNumber receipt;
    //! Empty for an error.
    QString formType;
    BilingualText title;
};

//! How an outcome is kept before it is encrypted: CBOR, with a version number in each piece. Any text comes back as it
//! was, lone surrogates and NUL included. Decoding gives nothing for what this program does not understand.
[[nodiscard]] QByteArray encodeSummary(const CheckOutcome &outcome);
[[nodiscard]] std::optional<OutcomeSummary> decodeSummary(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeAnswer(const Result<CaseStatus> &answer);
[[nodiscard]] std::optional<Result<CaseStatus>> decodeAnswer(const QByteArray &bytes);

} // namespace linterna
