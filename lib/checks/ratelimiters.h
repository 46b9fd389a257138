// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/pacing/ratelimiter.h"

#include <map>
#include <memory>

namespace linterna {

//! One limiter for each connection, for as long as the program runs: the service counts by client, whichever session,
//! window or test asks, and whatever was in use in between.
class RateLimiters
{
public:
    //! Without a ledger the day's count begins anew with each run. It must outlive this object.
    explicit RateLimiters(Clock &clock, RequestLedger *ledger = nullptr) : m_clock(clock), m_ledger(ledger) {}

    //! The limiter of the connection with this name. It has the limits of the connection that asked for it first, until
    //! use().
    [[nodiscard]] RateLimiter &of(const Connection &connection);
    //! As of(), and gives the limiter the limits of this connection from now on.
    [[nodiscard]] RateLimiter &use(const Connection &connection);

private:
    Clock &m_clock;
    RequestLedger *m_ledger;
    std::map<QString, std::unique_ptr<RateLimiter>> m_limiters;
};

} // namespace linterna
