// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/httptranscript.h"

#include <vector>

namespace linterna {

//! The forms in which a server may send a secret back: plain, percent-encoded, in Base64, or escaped as one of the usual
//! JSON libraries does. Made once for a secret that many replies are searched for.
class SecretForms
{
public:
    explicit SecretForms(const Secret &secret);
    //! Each of them becomes dots.
    [[nodiscard]] QByteArray removedFrom(QByteArray text) const;

private:
    std::vector<Secret> m_forms; //!< each once
};

//! What a server wrote without the secrets that it was sent.
[[nodiscard]] QByteArray withoutSecrets(QByteArray text, const std::vector<Secret> &sent);

//! Puts the body of a token endpoint's reply into its transcript, without token and secret: the values of access_token,
//! refresh_token and id_token become dots, as do the secrets that were sent. What is no JSON object with a success
//! status may hold a token anywhere, and is left out whole.
void addTokenReply(HttpTranscript &transcript, const QByteArray &body, const std::vector<Secret> &sent);

} // namespace linterna
