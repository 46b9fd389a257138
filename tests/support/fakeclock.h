// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <map>

namespace linterna::test {

//! Does everything that is due in the event loop, deletions included.
void settle();

//! A clock that stands still until a test turns it. Wall time and monotonic time can be moved apart, as a person who
//! sets the clock, or a machine that sleeps, does.
class FakeClock : public Clock
{
public:
    //! Begins on a Monday in service hours unless told otherwise.
    explicit FakeClock(const QDateTime &now = QDateTime(QDate(2026, 11, 23), QTime(15, 0), Qt::UTC)) : m_now(now) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds delay, std::function<void()> due) override;

    [[nodiscard]] double jitter() override { return m_jitter ? m_jitter() : Clock::jitter(); }

    //! Lets time pass: both times move, alarms ring in their order, and what they set off is done in between.
    void pass(std::chrono::milliseconds duration);
    //! What does the work in between, instead of settle().
    void setBetween(std::function<void()> between) { m_between = std::move(between); }
    //! Where jitter comes from, for a test that wants the same again.
    void setJitter(std::function<double()> jitter) { m_jitter = std::move(jitter); }
    //! The wall clock alone jumps (set by hand, or the machine slept).
    void jumpWall(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }
    void setNow(const QDateTime &now) { m_now = now; }

private:
    class FakeAlarm;
    QDateTime m_now;
    std::function<void()> m_between = settle;
    std::function<double()> m_jitter;
    std::chrono::milliseconds m_monotonic{1'000'000};
    std::multimap<std::chrono::milliseconds, FakeAlarm *> m_alarms;
};

} // namespace linterna::test
