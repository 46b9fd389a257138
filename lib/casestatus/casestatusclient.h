// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/auth/tokenprovider.h"
#include "lib/domain/casestatus.h"
#include "lib/pacing/ratelimiter.h"

namespace linterna {

//! What came back for one receipt number.
struct CaseReply {
    Result<CaseStatus> result;
    //! HTTP status of the last reply of the Case Status API, 0 where it was never reached.
    int httpStatus = 0;
    //! Body of the last reply as it came; empty where it held a secret, or could not be searched for one.
    QByteArray body;
    //! The requests and their replies, in order, without secrets: the token request where this one waited for it.
    std::vector<HttpTranscript> transcripts = {};
    //! There was no token to ask with. The token provider has tried what makes sense: asking again at once makes none.
    bool withoutToken = false;
};

//! Asks the Case Status API for one receipt number at a time (GET {api}/case-status/{receipt}): token, turn, request,
//! understanding. A 401 costs the token that was used; the request is repeated once with a new one.
class CaseStatusClient : public QObject
{
    Q_OBJECT
public:
    CaseStatusClient(const Connection &connection, HttpClient &http, RateLimiter &limiter, TokenProvider &tokens,
                     Clock &clock, QObject *parent = nullptr);

    //! Ends in a CaseReply, or in Cancelled. Cancel the job to stop. Nothing is sent before this has returned.
    [[nodiscard]] JobOf<CaseReply> *ask(const ReceiptNumber &receipt, RateLimiter::Priority priority);

signals:
    //! The request for this receipt number goes out now.
    void sending(const linterna::ReceiptNumber &receipt);

private:
    class Ask;
    const Connection m_connection;
    QByteArray m_caseUrl; //!< all that stands before the receipt number
    HttpClient &m_http;
    RateLimiter &m_limiter;
    TokenProvider &m_tokens;
    Clock &m_clock;
};

} // namespace linterna
