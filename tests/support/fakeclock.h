// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"

#include <map>

namespace linterna::test {

//! Runs all events that are due, deferred deletions included.
void settle();

//! A clock that moves only when a test moves it. Wall time and monotonic time can be moved apart, as when a person sets
//! the clock or the machine sleeps.
class FakeClock : public Clock
{
public:
    //! Begins on a Monday in service hours unless told otherwise.
    explicit FakeClock(const QDateTime &now = QDateTime(QDate(2026, 11, 23), QTime(15, 0), Qt::UTC)) : m_now(now) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds delay, std::function<void()> due) override;

    [[nodiscard]] double jitter() override { return m_jitter ? m_jitter() : Clock::jitter(); }

    //! Lets time pass: both times move, alarms are called in their order, and after each the events that it caused are
    //! run.
    void pass(std::chrono::milliseconds duration);
    //! Sets a function that runs the events between alarms in place of settle().
    void setBetween(std::function<void()> between) { m_between = std::move(between); }
    //! Sets the source of jitter, for tests that must be reproducible.
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

//! A clock that stands still, for what needs one in a test that is not about time.
[[nodiscard]] const Clock &stillClock();

} // namespace linterna::test
