// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"
#include "lib/net/httpmessage.h"
#include "lib/net/secretmask.h"

namespace linterna {

//! A reply as it may be read, shown and kept: decoded, and without secrets. The one place through which every reply
//! goes before anything of it is kept.
struct CleanReply {
    //! The body in UTF-8; empty where it cannot be read.
    QByteArray text = {};
    //! The body as it came, byte for byte. Empty where it held a secret, or cannot be searched for one.
    QByteArray raw = {};
    //! What a transcript shows of the body: as it came where it may be kept, else the text.
    QByteArray shown = {};
    //! Why the body cannot be read, in English; empty where it can.
    QString problem = {};
};

[[nodiscard]] CleanReply cleanReply(const HttpReply &reply, const SecretMask &mask);

//! Takes secrets out of all of a transcript but the reply's body: addresses, header fields of both sides (those that
//! are called a key whole), and the request's body.
void cleanTranscript(HttpTranscript &transcript, const SecretMask &mask);

//! Takes secrets out of what a server said and out of the detail (where a redirect pointed, say).
[[nodiscard]] Error cleanError(Error error, const SecretMask &mask);

} // namespace linterna
