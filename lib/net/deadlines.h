// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"

#include <QPointer>

#include <deque>

namespace linterna {

class HttpExchange;

//! Ends exchanges that take too long. All have the same time, so one alarm, for the oldest of them, is enough: one for
//! each would cost a fast reply a tenth of its time.
class Deadlines
{
public:
    Deadlines(Clock &clock, std::chrono::milliseconds time) : m_clock(clock), m_time(time) {}
    //! Begins the time of an exchange.
    void add(HttpExchange *exchange);
    //! Cancels all exchanges: nobody waits for any of them any more.
    void cancelAll();

private:
    struct Entry {
        std::chrono::milliseconds end; //!< monotonic
        QPointer<HttpExchange> exchange;
    };
    void look();
    void forgetThoseThatEnded();

    Clock &m_clock;
    const std::chrono::milliseconds m_time;
    std::deque<Entry> m_entries; //!< the oldest first
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace linterna
