// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/isomoment.h"

#include <chrono>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Writes a number with leading zeros.
void put(QString &text, qsizetype at, int digits, qint64 number)
{
    for (qsizetype i = at + digits - 1; i >= at; --i, number /= 10)
        text[i] = QChar(static_cast<char16_t>(u'0' + number % 10));
}

QString writtenMoment(const QDateTime &moment, bool withMs)
{
    using namespace std::chrono;
    if (!moment.isValid())
        return {};
    const sys_time<milliseconds> time(milliseconds(moment.toMSecsSinceEpoch()));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (year < 1 || year > 9999)
        return moment.toUTC().toString(withMs ? Qt::ISODateWithMs : Qt::ISODate);
    const hh_mm_ss<milliseconds> clock(time - day);
    QString text = withMs ? u"0000-00-00T00:00:00.000Z"_s : u"0000-00-00T00:00:00Z"_s;
    put(text, 0, 4, year);
    put(text, 5, 2, static_cast<unsigned>(date.month()));
    put(text, 8, 2, static_cast<unsigned>(date.day()));
    put(text, 11, 2, clock.hours().count());
    put(text, 14, 2, clock.minutes().count());
    put(text, 17, 2, clock.seconds().count());
    if (withMs)
        put(text, 20, 3, clock.subseconds().count());
    return text;
}

//! The number in the digits at a place; -1 where other characters stand there too.
int numberAt(QStringView text, qsizetype at, int digits)
{
    int number = 0;
    for (qsizetype i = at; i < at + digits; ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            return -1;
        number = 10 * number + (text[i].unicode() - u'0');
    }
    return number;
}

bool isTorchDate(QStringView text)
{
    return text.size() == 19 && text[2] == u'-' && text[5] == u'-' && text[10] == u' ' && text[13] == u':'
        && text[16] == u':' && QDate::isValid(numberAt(text, 6, 4), numberAt(text, 0, 2), numberAt(text, 3, 2))
        && QTime::isValid(numberAt(text, 11, 2), numberAt(text, 14, 2), numberAt(text, 17, 2));
}

} // namespace

QString isoMoment(const QDateTime &moment)
{
    return writtenMoment(moment, false);
}

QString isoMomentWithMs(const QDateTime &moment)
{
    return writtenMoment(moment, true);
}

QString isoDate(const QDate &date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    if (!date.isValid() || year < 1 || year > 9999)
        return date.toString(Qt::ISODate);
    QString text = u"0000-00-00"_s;
    put(text, 0, 4, year);
    put(text, 5, 2, month);
    put(text, 8, 2, day);
    return text;
}

std::optional<QDateTime> momentFromIso(const QString &text)
{
    if (text.isEmpty())
        return QDateTime();
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    return moment.isValid() && moment.timeSpec() == Qt::UTC ? std::optional(moment) : std::nullopt;
}

QString isoTorchDate(const QString &sent)
{
    const QString text = sent.trimmed();
    return isTorchDate(text) ? text.sliced(6, 4) + u'-' + text.first(5) + u'T' + text.sliced(11) : sent;
}

} // namespace linterna
