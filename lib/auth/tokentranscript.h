// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/httptranscript.h"

#include <vector>

namespace linterna {

//! What a server wrote without the secrets that it was sent: each becomes dots, be it plain, percent-encoded, in Base64,
//! or escaped as one of the usual JSON libraries does.
[[nodiscard]] QByteArray withoutSecrets(QByteArray text, const std::vector<Secret> &sent);

//! Puts the body of a token endpoint's reply into its transcript, without token and secret: the values of access_token,
//! refresh_token and id_token become dots, as do the secrets that were sent. What is no JSON object with a success
//! status may hold a token anywhere, and is left out whole.
void addTokenReply(HttpTranscript &transcript, const QByteArray &body, const std::vector<Secret> &sent);

} // namespace linterna
