// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace linterna::test {

//! A clock that stands still until a test moves it. Nobody may wait for it.
class StillClock : public Clock
{
public:
    explicit StillClock(const QDateTime &now) : m_now(now) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds, std::function<void()>) override
    {
        qFatal("StillClock cannot wake anyone");
    }

    //! Both times.
    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }
    //! The wall clock alone.
    void setNow(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic{1'000'000};
};

} // namespace linterna::test
