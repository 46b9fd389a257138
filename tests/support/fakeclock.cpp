// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"

#include <QCoreApplication>

namespace linterna::test {

class FakeClock::FakeAlarm : public Alarm
{
public:
    FakeAlarm(FakeClock &clock, std::chrono::milliseconds at, std::function<void()> due)
        : m_clock(clock), m_due(std::move(due)), m_place(clock.m_alarms.emplace(at, this))
    {}
    ~FakeAlarm() override
    {
        if (m_set)
            m_clock.m_alarms.erase(m_place);
    }
    void ring()
    {
        m_clock.m_alarms.erase(m_place);
        m_set = false;
        const auto due = m_due;
        due();
    }

private:
    FakeClock &m_clock;
    std::function<void()> m_due;
    std::multimap<std::chrono::milliseconds, FakeAlarm *>::iterator m_place;
    bool m_set = true;
};

std::unique_ptr<Alarm> FakeClock::after(std::chrono::milliseconds delay, std::function<void()> due)
{
    return std::make_unique<FakeAlarm>(*this, m_monotonic + std::max(delay, std::chrono::milliseconds(0)),
                                       std::move(due));
}

void FakeClock::pass(std::chrono::milliseconds duration)
{
    const auto end = m_monotonic + duration;
    const auto moveTo = [this](std::chrono::milliseconds time) {
        m_now = m_now.addMSecs((time - m_monotonic).count());
        m_monotonic = time;
    };
    m_between();
    while (!m_alarms.empty() && m_alarms.begin()->first <= end) {
        moveTo(std::max(m_monotonic, m_alarms.begin()->first));
        m_alarms.begin()->second->ring();
        m_between();
    }
    moveTo(end);
}

const Clock &stillClock()
{
    static const FakeClock clock;
    return clock;
}

void settle()
{
    // One round of events may start the next; this many rounds are more than any chain of jobs here needs.
    for (int round = 0; round < 40; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace linterna::test
