// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

namespace linterna {

//! The parts of an outcome that an event names by their hashes, in deterministic CBOR. lib/record/EVENTS.md describes
//! them.

//! What was answered but for the two descriptions, or the error. Without what the program worked out from it: category,
//! change, what was mended.
[[nodiscard]] QByteArray canonicalAnswer(const Result<CaseStatus> &answer);
//! The requests of a check and their replies. A reply that is the raw reply of the check is not in it again.
[[nodiscard]] QByteArray canonicalTranscripts(const std::vector<HttpTranscript> &transcripts,
                                              const QByteArray &rawReply);

} // namespace linterna
