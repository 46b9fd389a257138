// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/hourstext.h"

#include "ui/words/dates.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct HoursTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::HoursText)
};

bool isOwnTime(const ServiceHours &hours, const QDateTime &moment)
{
    return hours.timeZone.offsetFromUtc(moment) == QTimeZone::systemTimeZone().offsetFromUtc(moment);
}

} // namespace

QString serviceHoursText(const ServiceHours &hours, const QDateTime &now)
{
    const bool open = hours.isOpen(now);
    const QDateTime next = open ? hours.closesNext(now) : hours.opensNext(now);
    if (!next.isValid())
        return {};
    const QDateTime local = next.toLocalTime();
    QString text;
    if (!open)
        text = HoursTexts::tr("closed, opens %1").arg(futureText(next, now));
    else if (local.date() == now.toLocalTime().date())
        text = HoursTexts::tr("open until %1", "a time of today").arg(timeText(local.time()));
    else
        text = HoursTexts::tr("open until %1", "tomorrow and a time").arg(futureText(next, now));
    return isOwnTime(hours, next) ? text : HoursTexts::tr("%1 your time", "service hours").arg(text);
}

} // namespace linterna
