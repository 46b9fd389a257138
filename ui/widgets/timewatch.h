// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"

#include <QObject>

namespace linterna {

//! Tells views when to make words relative to now ("today", "open until 20:00", "12 min") anew: at each full minute,
//! and within seconds after the clock or the time zone was set or the computer woke up, which a timer does not notice.
//! Views have no timers of their own for that.
class TimeWatch : public QObject
{
    Q_OBJECT
public:
    TimeWatch(Clock &clock, QObject *parent);

signals:
    void minutePassed();
    //! The local day or the time zone has changed: what was "today" may be "yesterday".
    void dayTurned();

private:
    //! Julian day and offset from UTC in seconds, of local time.
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
