// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/sandbox/practicereply.h"

#include <QHash>

namespace linterna {

//! Where the client has to send its credentials; the other place is not looked at.
enum class PracticeClientAuth {
    Post,  //!< client_id and client_secret in the form body, as USCIS wants it.
    Basic, //!< Base64 of the plain pair "id:secret" in the Authorization header; grant_type still in the form body.
};

//! Gives access tokens for client credentials, as USCIS's token endpoint does: random, each with its own life, any
//! number of them valid at a time. The error bodies are Apigee's, because USCIS has published none of its own.
class TokenEndpoint
{
public:
    TokenEndpoint(Clock &clock, PracticeClientAuth clientAuth, std::chrono::seconds lifetime);

    [[nodiscard]] PracticeReply answer(const PracticeRequest &request);

    enum class Verdict { Valid, Malformed, Unknown, Expired };
    //! Whether the token in an Authorization header is good.
    [[nodiscard]] Verdict verify(const QByteArray &authorization) const;

    static constexpr const char *clientId = "LinternaPracticeClient";
    static constexpr const char *clientSecret = "PracticeOnly7mQ2xV9kT4wZ";

private:
    [[nodiscard]] PracticeReply grant();

    Clock &m_clock;
    PracticeClientAuth m_clientAuth;
    std::chrono::seconds m_lifetime;
    //! Access tokens, and when each ends. Kept for a day after that, to tell "expired" from "unknown".
    QHash<QByteArray, QDateTime> m_tokens;
};

} // namespace linterna
