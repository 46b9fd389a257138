// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace linterna {

//! A call that is due later. Destroying the Alarm cancels the call.
class Alarm
{
public:
    Alarm() = default;
    virtual ~Alarm() = default;
    Q_DISABLE_COPY_MOVE(Alarm)
};

//! The only source of time in lib/, so that tests can set it. Has two times because people set the wall clock, and a
//! machine that sleeps stops the monotonic one (on Linux).
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    //! Wall-clock time, UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Time that only moves forward, from an arbitrary start.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    //! Calls `due` from the event loop after `delay` of monotonic time, unless the Alarm is destroyed first.
    [[nodiscard]] virtual std::unique_ptr<Alarm> after(std::chrono::milliseconds delay, std::function<void()> due) = 0;
    //! A random number from 0 to 1, by which a wait is lengthened, so that many desks do not come back in step.
    [[nodiscard]] virtual double jitter();
};

//! The computer's clock.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds delay, std::function<void()> due) override;
};

} // namespace linterna
