// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/dayquota.h"

#include "lib/base/log.h"

#include <algorithm>

namespace linterna {

DayQuota::DayQuota(const Limits &limits, Clock &clock, RequestLedger *ledger, const QString &connection,
                   QObject *parent)
    : QObject(parent), m_limits(limits), m_clock(clock), m_ledger(ledger), m_connection(connection), m_day(today()),
      m_known(!ledger)
{
    if (m_ledger)
        count(0);
}

DayQuota::~DayQuota()
{
    if (m_ahead > 0)
        (void)m_ledger->add(m_connection, m_day, -m_ahead);
}

void DayQuota::setLimits(const Limits &limits)
{
    m_limits = limits;
    rollDay();
    emit changed();
}

int DayQuota::keptForPerson() const
{
    return std::min(m_limits.keptForPerson, m_limits.requestsPerDay / 2);
}

DayQuota::Answer DayQuota::maySend(bool forPerson)
{
    rollDay();
    if (m_limits.requestsPerDay <= 0)
        return Answer::Yes;
    if (!m_known || m_counting)
        return Answer::NotYet;
    const int most = m_limits.requestsPerDay - (forPerson ? 0 : keptForPerson());
    if (m_counted - m_ahead >= most)
        return Answer::No;
    if (!m_ledger || m_ahead > 0)
        return Answer::Yes;
    count(1);
    return Answer::NotYet;
}

void DayQuota::sent()
{
    rollDay();
    if (m_ahead > 0) {
        --m_ahead;
    } else {
        ++m_counted;
        if (m_ledger) {
            m_ledger->add(m_connection, m_day, 1)->onFinished(this, [this, day = m_day](const Result<int> &sum) {
                if (sum && day == m_day && !m_counting)
                    m_counted = std::max(m_counted, *sum);
            });
        }
    }
    emit changed();
}

void DayQuota::count(int requests)
{
    m_counting = true;
    m_ledger->add(m_connection, m_day, requests)
        ->onFinished(this, [this, day = m_day, requests](const Result<int> &sum) { counted(day, requests, sum); });
}

void DayQuota::counted(const QString &day, int requests, const Result<int> &sum)
{
    if (day != m_day)
        return; // counted on a day that is over: no harm
    m_counting = false;
    m_known = true;
    m_ahead += requests;
    if (sum) {
        m_counted = *sum;
    } else {
        // Where the ledger fails the request goes out all the same: an answer is worth more than an exact count.
        m_counted += requests;
        qCWarning(lcNet).noquote() << "the day's count could not be kept:" << sum.error().detail;
    }
    emit changed();
}

std::optional<int> DayQuota::left() const
{
    if (m_limits.requestsPerDay <= 0)
        return std::nullopt;
    if (today() != m_day)
        return m_limits.requestsPerDay;
    return m_known ? std::optional(std::max(0, m_limits.requestsPerDay - m_counted + m_ahead)) : std::nullopt;
}

QString DayQuota::today() const
{
    return m_clock.now().toTimeZone(m_limits.timeZone).date().toString(Qt::ISODate);
}

QDateTime DayQuota::dayEnd() const
{
    return m_clock.now().toTimeZone(m_limits.timeZone).date().addDays(1).startOfDay(m_limits.timeZone).toUTC();
}

void DayQuota::rollDay()
{
    const QString day = today();
    if (day == m_day)
        return;
    m_day = day;
    m_counted = 0;
    m_ahead = 0;
    m_counting = false;
    m_known = !m_ledger;
    if (m_ledger)
        count(0); // other programs may have counted today
}

} // namespace linterna
