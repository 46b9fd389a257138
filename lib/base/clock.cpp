// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/clock.h"

#include <QRandomGenerator>
#include <QTimer>

namespace linterna {

namespace {

class TimerAlarm : public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> due) : m_due(std::move(due))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer); // a coarse timer may fire 5 % early, which is too fast for a rate limit
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            const auto call = m_due; // the call may destroy this alarm
            call();
        });
        m_timer.start(delay);
    }

private:
    std::function<void()> m_due;
    QTimer m_timer;
};

} // namespace

double Clock::jitter()
{
    return QRandomGenerator::global()->generateDouble();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<Alarm> SystemClock::after(std::chrono::milliseconds delay, std::function<void()> due)
{
    return std::make_unique<TimerAlarm>(std::max(delay, std::chrono::milliseconds(0)), std::move(due));
}

} // namespace linterna
