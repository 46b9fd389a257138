// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sandbox/practicecases.h"
#include "lib/sandbox/tokenendpoint.h"

#include <QDate>

#include <optional>

namespace linterna {

//! Does what USCIS's gateway (Apigee) does: decides what each request gets. Knows nothing of sockets.
//!
//! A case request passes, in this order: method, access token (401), spike arrest (429), the day's quota (429), shape
//! of the receipt number (422), and the cases (404). What an earlier gate refuses does not count for a later one; token
//! requests count for none.
class PracticeGateway
{
public:
    struct Limits {
        //! Requests per second, smoothed as Apigee's spike arrest: a request sooner than 1/this s after the last one
        //! that passed is refused, with no burst. 0 for no limit.
        double requestsPerSecond = 5;
        //! Requests a day; 0 for no limit. The day begins at midnight in New York. That is our choice: USCIS documents
        //! no hour for its sandbox, and midnight Eastern is the latest that it says of production.
        int requestsPerDay = 1000;
    };
    PracticeGateway(Clock &clock, TokenEndpoint tokens, Limits limits);

    [[nodiscard]] PracticeReply answer(const PracticeRequest &request);

    [[nodiscard]] int caseRequests() const { return m_caseRequests; }
    [[nodiscard]] int tokenRequests() const { return m_tokenRequests; }

    static constexpr QLatin1StringView tokenPath{"/oauth/accesstoken"};
    static constexpr QLatin1StringView casePath{"/case-status/"};

private:
    [[nodiscard]] PracticeReply answerCase(const PracticeRequest &request);
    [[nodiscard]] std::optional<PracticeReply> refuseToken(const QByteArray &authorization) const;
    [[nodiscard]] std::optional<PracticeReply> refuseSpike();
    [[nodiscard]] std::optional<PracticeReply> refuseQuota();

    Clock &m_clock;
    TokenEndpoint m_tokens;
    PracticeCases m_cases;
    Limits m_limits;
    std::optional<std::chrono::milliseconds> m_lastPassed;
    QDate m_day;
    int m_today = 0;
    int m_caseRequests = 0;
    int m_tokenRequests = 0;
};

//! The receipt number in a percent-encoded path segment, in upper case; empty where it is not well formed: three
//! letters and ten digits, the first of which may be an asterisk (Torch specification).
[[nodiscard]] QString receiptInPath(const QString &segment);

} // namespace linterna
