// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timewatch.h"

#include <QGuiApplication>

#include <algorithm>

namespace linterna {

using namespace std::chrono_literals;

namespace {
//! Longest wait between two looks at the clock: a timer stands still while the computer sleeps, and does not notice a
//! clock that is set.
constexpr auto longestUnaware = 10s;
constexpr qint64 minuteMs = 60'000;
} // namespace

TimeWatch::TimeWatch(Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_today(today()), m_minute(clock.now().toMSecsSinceEpoch() / minuteMs)
{
    // Looks at the clock at once when a person comes back to the window.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &TimeWatch::look);
    wait();
}

TimeWatch::Day TimeWatch::today() const
{
    const QDateTime local = m_clock.now().toLocalTime();
    return {local.date().toJulianDay(), local.offsetFromUtc()};
}

void TimeWatch::look()
{
    const Day day = today();
    const qint64 minute = m_clock.now().toMSecsSinceEpoch() / minuteMs;
    const bool turned = std::exchange(m_today, day) != day;
    if (std::exchange(m_minute, minute) != minute)
        emit minutePassed();
    if (turned)
        emit dayTurned();
    wait();
}

void TimeWatch::wait()
{
    const std::chrono::milliseconds toMinute(minuteMs - m_clock.now().toMSecsSinceEpoch() % minuteMs);
    m_alarm = m_clock.after(std::min<std::chrono::milliseconds>(toMinute, longestUnaware), [this] { look(); });
}

} // namespace linterna
