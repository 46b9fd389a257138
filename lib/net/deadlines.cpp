// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/deadlines.h"

#include "lib/net/httpexchange.h"

namespace linterna {

void Deadlines::add(HttpExchange *exchange)
{
    forgetThoseThatEnded();
    m_entries.push_back({m_clock.monotonic() + m_time, exchange});
    if (!m_alarm)
        m_alarm = m_clock.after(m_time, [this] { look(); });
}

void Deadlines::cancelAll()
{
    m_alarm.reset();
    for (const Entry &entry : std::exchange(m_entries, {})) {
        if (entry.exchange)
            entry.exchange->cancel();
    }
}

void Deadlines::forgetThoseThatEnded()
{
    while (!m_entries.empty() && !m_entries.front().exchange)
        m_entries.pop_front();
}

void Deadlines::look()
{
    m_alarm.reset();
    forgetThoseThatEnded();
    while (!m_entries.empty() && m_entries.front().end <= m_clock.monotonic()) {
        const QPointer<HttpExchange> late = m_entries.front().exchange;
        m_entries.pop_front();
        if (late)
            late->timeOut();
        forgetThoseThatEnded();
    }
    if (!m_entries.empty() && !m_alarm)
        m_alarm = m_clock.after(m_entries.front().end - m_clock.monotonic(), [this] { look(); });
}

} // namespace linterna
