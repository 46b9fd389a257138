// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/httptranscript.h"

namespace linterna {

//! How the requests of a check are kept before they are encrypted: CBOR, with a version number. The body of a reply
//! that is `rawReply`, which the record keeps beside it, is not kept twice. No transcripts: no bytes.
[[nodiscard]] QByteArray encodeTranscripts(const std::vector<HttpTranscript> &transcripts, const QByteArray &rawReply);
//! The inverse of encodeTranscripts(); gives nothing for what this program does not understand.
[[nodiscard]] std::optional<std::vector<HttpTranscript>> decodeTranscripts(const QByteArray &bytes,
                                                                           const QByteArray &rawReply);

} // namespace linterna
