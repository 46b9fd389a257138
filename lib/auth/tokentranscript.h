// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/httptranscript.h"

namespace linterna {

//! Puts the body of a token endpoint's reply into its transcript, without token and secret: the values of access_token,
//! refresh_token and id_token become dots, as does the client secret wherever the server sent it back. What is no JSON
//! object with a success status may hold a token anywhere, and is left out whole.
void addTokenReply(HttpTranscript &transcript, const QByteArray &body, const Secret &clientSecret);

} // namespace linterna
