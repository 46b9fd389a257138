// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/ratelimiters.h"

namespace linterna {

namespace {

RateLimiter::Limits limitsOf(const Connection &connection)
{
    return {.requestsPerSecond = connection.requestsPerSecond,
            .day = {.requestsPerDay = connection.requestsPerDay,
                    .keptForPerson = connection.requestsKeptForPerson,
                    .timeZone = connection.quotaTimeZone}};
}

} // namespace

RateLimiter &RateLimiters::of(const Connection &connection)
{
    std::unique_ptr<RateLimiter> &limiter = m_limiters[connection.name];
    if (!limiter)
        limiter = std::make_unique<RateLimiter>(limitsOf(connection), m_clock, m_ledger, connection.name);
    return *limiter;
}

RateLimiter &RateLimiters::use(const Connection &connection)
{
    RateLimiter &limiter = of(connection);
    limiter.setLimits(limitsOf(connection));
    return limiter;
}

} // namespace linterna
