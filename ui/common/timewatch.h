// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>

namespace linterna {

//! Says when words that are relative to now ("today", "open until 20:00", "12 min") may have become others: at each full
//! minute, and soon after the clock or the time zone was set or the computer woke up, which no timer tells. The one place
//! for that: views say their words anew when it speaks.
class TimeWatch : public QObject
{
    Q_OBJECT
public:
    TimeWatch(Clock &clock, QObject *parent);

signals:
    void minutePassed();
    //! Another day, another time zone, or a clock that was set: what was "today" may be "yesterday".
    void dayTurned();

private:
    //! A day in a time zone.
    struct Day {
        qint64 day = 0;
        int offset = 0;
        bool operator==(const Day &) const = default;
    };
    [[nodiscard]] Day today() const;
    void look();
    void wait();

    Clock &m_clock;
    Day m_today;
    qint64 m_minute = 0;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace linterna
