// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/servicehours.h"

namespace linterna {

namespace {

//! The moment of a time on a day, in UTC. A time that a change of clocks leaves out counts from the start of the day.
QDateTime momentOn(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const QDateTime moment(day, time, zone);
    return moment.isValid() ? moment.toUTC() : day.startOfDay(zone).toUTC().addMSecs(time.msecsSinceStartOfDay());
}

} // namespace

bool ServiceHours::isOpen(const QDateTime &now) const
{
    const QDateTime there = now.toTimeZone(timeZone);
    return days.contains(there.date().dayOfWeek()) && there.time() >= opens && there.time() < closes;
}

QDateTime ServiceHours::next(const QTime &time, const QDateTime &now) const
{
    const QDate today = now.toTimeZone(timeZone).date();
    // The search ends a week from now at the latest.
    for (int later = 0; later <= 7; ++later) {
        const QDate day = today.addDays(later);
        const QDateTime moment = momentOn(day, time, timeZone);
        if (days.contains(day.dayOfWeek()) && moment > now)
            return moment;
    }
    return {};
}

} // namespace linterna
