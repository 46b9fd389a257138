// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pacer.h"

#include <algorithm>
#include <cmath>

namespace linterna {

Pacer::Turn::~Turn()
{
    if (m_pacer) {
        m_pacer->m_turnOut = false;
        m_pacer->next();
    }
}

void Pacer::Turn::sending()
{
    if (!m_pacer)
        return;
    Pacer &pacer = *std::exchange(m_pacer, nullptr);
    pacer.m_turnOut = false;
    pacer.m_notBefore = std::max(pacer.m_notBefore, pacer.m_clock.monotonic() + pacer.m_spacing);
    pacer.rollDay();
    ++pacer.m_used;
    emit pacer.sent(pacer.m_day);
    emit pacer.leftChanged(pacer.left());
    pacer.next();
}

namespace {

std::chrono::milliseconds spacingFor(double requestsPerSecond)
{
    return std::chrono::milliseconds(requestsPerSecond > 0 ? static_cast<qint64>(std::ceil(1100 / requestsPerSecond)) : 0);
}

} // namespace

Pacer::Pacer(Limits limits, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_limits(std::move(limits))
    , m_clock(clock)
    , m_spacing(spacingFor(m_limits.requestsPerSecond))
    , m_notBefore(clock.monotonic())
    , m_day(today())
{
}

JobOf<Pacer::TurnPtr> *Pacer::turn(Priority priority)
{
    auto *job = new JobOf<TurnPtr>(this);
    m_queue.emplace(priority, job);
    connect(job, &Job::cancelled, this, &Pacer::next);
    next();
    return job;
}

void Pacer::pauseFor(std::chrono::milliseconds duration)
{
    m_notBefore = std::max(m_notBefore, m_clock.monotonic() + duration);
    m_alarm.reset();
    next();
}

void Pacer::next()
{
    std::erase_if(m_queue, [](const auto &entry) { return !entry.second || entry.second->isFinished(); });
    if (m_turnOut || m_queue.empty())
        return;
    rollDay();
    if (m_limits.requestsPerDay > 0 && m_used >= m_limits.requestsPerDay) {
        // Waiting for midnight is nobody's wish: all are told, and when to come back.
        const auto waiting = std::exchange(m_queue, {});
        for (const auto &entry : waiting)
            entry.second->finish(Error{.code = ErrorCode::QuotaSpent, .retryAt = dayEnd()});
        return;
    }
    const auto wait = m_notBefore - m_clock.monotonic();
    if (wait.count() > 0) {
        m_alarm = m_clock.after(wait, [this] {
            m_alarm.reset();
            next();
        });
        return;
    }
    m_turnOut = true;
    JobOf<TurnPtr> *first = m_queue.begin()->second;
    m_queue.erase(m_queue.begin());
    first->finish(std::make_shared<Turn>(*this));
}

QString Pacer::today() const
{
    return m_clock.now().toTimeZone(m_limits.timeZone).date().toString(Qt::ISODate);
}

QDateTime Pacer::dayEnd() const
{
    return m_clock.now().toTimeZone(m_limits.timeZone).date().addDays(1).startOfDay(m_limits.timeZone).toUTC();
}

void Pacer::rollDay()
{
    if (const QString day = today(); day != m_day) {
        m_day = day;
        m_used = 0;
    }
}

void Pacer::addUsed(const QString &day, int requests)
{
    rollDay();
    if (day != m_day)
        return;
    m_used += requests;
    emit leftChanged(left());
}

std::optional<int> Pacer::left() const
{
    if (m_limits.requestsPerDay <= 0)
        return std::nullopt;
    const int used = today() == m_day ? m_used : 0;
    return std::max(0, m_limits.requestsPerDay - used);
}

} // namespace linterna
