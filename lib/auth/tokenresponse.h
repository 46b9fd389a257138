// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/base/secret.h"
#include "lib/connections/connection.h"
#include "lib/net/httpmessage.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>

namespace linterna {

//! What a token endpoint's 200 says.
struct TokenResponse {
    Secret accessToken;
    //! Counted from the reply's arrival. Missing: 300 s. Zero or negative: zero, usable once. At most 24 h.
    std::chrono::seconds lifetime{300};
    //! Scope as sent; empty where none was.
    QString scope = {};
};

//! Reads a token reply of USCIS (nearly every field a string), WSO2 (numbers) or IBM Security Verify.
//! expires_in may be a number or a string; token_type must be bearer in any case ("BearerToken" too) or absent; the
//! token must be printable ASCII without spaces. Error: Unreadable, whose detail names the field.
[[nodiscard]] Result<TokenResponse> parseTokenResponse(const QByteArray &body);

//! The Error of a token reply that is no 200; `body` is its text. Any 400 or 401, and a 5xx whose body names
//! invalid_client, is a refusal (Torch fact sheet §1): CredentialsSentWrongly where the server finds fault with how the
//! credentials were sent as `sentAs`, or with the form of the request, else BadCredentials. 404, 405, 415 and 422 are
//! of the first kind too: the token endpoint knows no receipt number that could be wrong.
[[nodiscard]] Error tokenErrorFromReply(const HttpReply &reply, const QByteArray &body, ClientAuthentication sentAs);

} // namespace linterna
