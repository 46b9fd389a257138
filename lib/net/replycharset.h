// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/net/httpmessage.h"

namespace linterna {

//! The body of a reply as text, by the character encoding that the reply declares.
struct DecodedBody {
    //! UTF-8 without a byte order mark; empty where `problem` is not.
    QByteArray text = {};
    //! Why there is no text, in English; empty where there is.
    QString problem = {};
    //! False where it cannot even be told what the bytes say: an encoding that is not known, or compressed.
    bool isSearchable = true;
};

//! Decodes the body. A byte order mark counts first, then charset in Content-Type, then what an XML or HTML body says
//! of itself; without any of them it is UTF-8. ISO-8859-1 and US-ASCII are read as the web reads them (WHATWG
//! Encoding): as windows-1252. One byte that is none of the encoding is a problem of the whole: nothing is guessed, and
//! nothing is replaced.
[[nodiscard]] DecodedBody decodedBody(const HttpReply &reply);

} // namespace linterna
