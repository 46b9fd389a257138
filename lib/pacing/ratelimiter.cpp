// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/ratelimiter.h"

#include "lib/base/log.h"
#include "lib/pacing/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace linterna {

namespace {

using namespace std::chrono_literals;

constexpr int slowest = 8;
//! After this many requests in a row that were not refused it becomes faster again by one step.
constexpr int acceptedForAStep = 20;
//! The spacing that a connection without a limit slows down from.
constexpr std::chrono::milliseconds leastSlowSpacing = 100ms;

//! Requests that may use what is kept of the day for a person, and try where the service did not say that the day is
//! spent. A token request counts as one: it is for whoever asks.
bool isForPerson(RateLimiter::Priority priority)
{
    return priority <= RateLimiter::Priority::Person;
}

} // namespace

RateLimiter::Permit::~Permit()
{
    if (m_limiter) {
        m_limiter->m_permitOut = false;
        m_limiter->next();
    }
}

std::chrono::milliseconds RateLimiter::Permit::sending()
{
    if (!m_limiter)
        return {};
    RateLimiter &limiter = *std::exchange(m_limiter, nullptr);
    const auto now = limiter.m_clock.monotonic();
    limiter.m_permitOut = false;
    limiter.m_notBefore = std::max(limiter.m_notBefore, now + limiter.spacing());
    limiter.m_day.sent();
    limiter.next();
    return now;
}

RateLimiter::RateLimiter(const Limits &limits, Clock &clock, RequestLedger *ledger, const QString &connection,
                         QObject *parent)
    : QObject(parent), m_limits(limits), m_clock(clock), m_day(limits.day, clock, ledger, connection),
      m_notBefore(clock.monotonic()), m_refusedAt(clock.monotonic() - 1ms)
{
    connect(&m_day, &DayQuota::changed, this, [this] {
        emit leftChanged(left());
        next();
    });
}

void RateLimiter::setLimits(const Limits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_spent.reset(); // the new limits may allow more
    m_day.setLimits(limits.day);
}

std::chrono::milliseconds RateLimiter::spacing() const
{
    const double perSecond = m_limits.requestsPerSecond;
    const std::chrono::milliseconds least(perSecond > 0 ? static_cast<qint64>(std::ceil(1100 / perSecond)) : 0);
    return m_slowness == 1 ? least : std::max(least, leastSlowSpacing) * m_slowness;
}

JobOf<RateLimiter::PermitPtr> *RateLimiter::permit(Priority priority, bool again)
{
    auto *job = new JobOf<PermitPtr>(this);
    m_queue.emplace_hint(again ? m_queue.lower_bound(priority) : m_queue.upper_bound(priority), priority, job);
    connect(job, &Job::cancelled, this, &RateLimiter::next);
    next();
    return job;
}

void RateLimiter::pauseFor(std::chrono::milliseconds duration)
{
    m_notBefore = std::max(m_notBefore, m_clock.monotonic() + duration);
    m_alarm.reset();
    next();
}

void RateLimiter::next()
{
    std::erase_if(m_queue, [](const auto &entry) { return !entry.second || entry.second->isFinished(); });
    if (m_permitOut || m_queue.empty() || !dayAllows(m_queue.begin()->first))
        return;
    const auto wait = m_notBefore - m_clock.monotonic();
    if (wait.count() > 0) {
        m_alarm = m_clock.after(wait, [this] {
            m_alarm.reset();
            next();
        });
        return;
    }
    m_permitOut = true;
    JobOf<PermitPtr> *first = m_queue.begin()->second;
    m_queue.erase(m_queue.begin());
    first->finish(std::make_shared<Permit>(*this));
}

bool RateLimiter::dayAllows(Priority first)
{
    if (m_spent && m_clock.now() >= m_spent->until)
        m_spent.reset();
    if (m_spent && !(m_spent->guessed && isForPerson(first))) {
        refuseFrom(first, *m_spent);
        return false;
    }
    const DayQuota::Answer answer = m_day.maySend(isForPerson(first));
    if (answer == DayQuota::Answer::No)
        refuseFrom(first, Spent{.until = m_day.dayEnd()});
    return answer == DayQuota::Answer::Yes;
}

//! Ends the requests of this and lower priorities with the time at which to ask again: waiting for midnight is nobody's
//! wish.
void RateLimiter::refuseFrom(Priority first, const Spent &spent)
{
    const auto from = m_queue.lower_bound(first);
    const std::multimap waiting(from, m_queue.end());
    m_queue.erase(from, m_queue.end());
    for (const auto &[priority, job] : waiting)
        job->finish(Error{.code = spent.code, .retryAt = spent.until});
}

void RateLimiter::accepted(std::chrono::milliseconds sentAt)
{
    if (sentAt <= m_refusedAt)
        return; // sent before the last refusal
    m_refusals = 0;
    if (m_spent && m_spent->guessed)
        m_spent.reset();
    if (++m_acceptedSince >= acceptedForAStep && m_slowness > 1) {
        m_slowness /= 2;
        m_acceptedSince = 0;
    }
}

void RateLimiter::slowDown()
{
    m_refusedAt = m_clock.monotonic();
    m_acceptedSince = 0;
    m_slowness = std::min(m_slowness * 2, slowest);
}

Error RateLimiter::heard(Error error, std::chrono::milliseconds sentAt)
{
    if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::QuotaSpent)
        return refused(std::move(error), sentAt);
    accepted(sentAt);
    return error;
}

Error RateLimiter::refused(Error error, std::chrono::milliseconds sentAt)
{
    const QDateTime now = m_clock.now();
    const bool told = error.retryAt && std::chrono::milliseconds(now.msecsTo(*error.retryAt)) > LongestOwnWait;
    if (error.code == ErrorCode::QuotaSpent || told)
        return spend(error, {.until = error.retryAt.value_or(m_day.dayEnd()), .code = error.code});
    // Several that were on their way together are refused for one reason.
    if (sentAt > m_refusedAt) {
        ++m_refusals;
        slowDown();
    }
    const auto wait = retryDelay(error, std::max(m_refusals, 1), now, m_clock.jitter());
    if (!wait || m_spent)
        return spend(error, {.until = m_day.dayEnd(), .guessed = true});
    pauseFor(*wait);
    emit paused(now.addMSecs((m_notBefore - m_clock.monotonic()).count()));
    return error;
}

Error RateLimiter::spend(Error error, const Spent &spent)
{
    if (!m_spent || m_spent->guessed) {
        m_spent = spent;
        qCInfo(lcNet).noquote() << "the service takes no more requests until" << spent.until.toString(Qt::ISODate)
                                << (spent.guessed ? "as it seems" : "as it said");
    }
    error.code = m_spent->code;
    error.retryAt = m_spent->until;
    next(); // ends those that may not go out
    return error;
}

} // namespace linterna
