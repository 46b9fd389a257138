// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/dates.h"

#include "lib/i18n/languagescope.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct DateTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::Dates)
};

QString dayText(const QDate &day, const QDate &today)
{
    if (day == today)
        return DateTexts::tr("today");
    if (day == today.addDays(-1))
        return DateTexts::tr("yesterday");
    if (day == today.addDays(1))
        return DateTexts::tr("tomorrow");
    const bool thisYear = day.year() == today.year();
    if (spokenSpanish())
        return spokenLocale().toString(
            day, thisYear ? QStringLiteral("d 'de' MMMM") : QStringLiteral("d 'de' MMMM 'de' yyyy"));
    return spokenLocale().toString(day, thisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

} // namespace

QString timeText(const QTime &time)
{
    return time.toString(QStringLiteral("H:mm"));
}

QString momentText(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    return dayText(local.date(), now.toLocalTime().date()) + QChar(u' ') + timeText(local.time());
}

QString shortMomentText(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today || local.date() == today.addDays(-1))
        return momentText(utc, now);
    return spokenLocale().toString(
        local.date(), local.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString dateText(const QDate &date)
{
    return spokenLocale().toString(
        date, spokenSpanish() ? QStringLiteral("d 'de' MMMM 'de' yyyy") : QStringLiteral("d MMMM yyyy"));
}

QString shortDateText(const QDate &date)
{
    return spokenLocale().toString(date, QStringLiteral("d MMM yyyy"));
}

QString fileDateText(const QDateTime &now)
{
    return now.toLocalTime().date().toString(Qt::ISODate);
}

QString futureText(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString day = dayText(local.date(), today);
    const QString time = timeText(local.time());
    if (local.date() <= today.addDays(1))
        return DateTexts::tr("%1 %2", "today or tomorrow, a time to come").arg(day, time);
    const QString weekday = spokenLocale().toString(local.date(), QStringLiteral("dddd"));
    return DateTexts::tr("%1 %2 %3", "weekday, day, a time to come").arg(weekday, day, time);
}

QString remainingText(qint64 seconds)
{
    if (seconds < 120)
        return DateTexts::tr("%1 s", "seconds that remain").arg(std::max<qint64>(seconds, 0));
    return DateTexts::tr("%1 min", "minutes that remain").arg((seconds + 59) / 60);
}

} // namespace linterna
