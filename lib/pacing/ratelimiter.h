// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/pacing/dayquota.h"

#include <map>

namespace linterna {

//! Keeps one connection's requests no faster than the service allows, token requests included, and counts the day's
//! quota. Everything that is sent waits for its turn here; who is more urgent goes first. It learns from refusals: one
//! 429 makes it slower for a while, several in a row at a slow pace mean that the day is spent (USCIS documents one
//! text for both; Torch fact sheet §5).
class RateLimiter : public QObject
{
    Q_OBJECT
public:
    //! Priorities in the order in which they are served; requests of one priority in the order in which they came.
    enum class Priority { Token, Person, Batch, Watch };

    struct Limits {
        //! 0 for no limit.
        double requestsPerSecond = 5;
        DayQuota::Limits day = {};
        bool operator==(const Limits &) const = default;
    };

    //! The right to send one request. The next turn is given only after this one was used or dropped, and the spacing
    //! counts from the moment of sending: a busy event loop cannot squeeze two requests together.
    class Permit
    {
    public:
        explicit Permit(RateLimiter &limiter) : m_limiter(&limiter) {}
        ~Permit();
        Q_DISABLE_COPY_MOVE(Permit)
        //! Call right before the request goes out; only the first call counts. Gives that moment (monotonic), for
        //! accepted() and heard().
        std::chrono::milliseconds sending();

    private:
        QPointer<RateLimiter> m_limiter;
    };
    using PermitPtr = std::shared_ptr<Permit>;

    //! With a ledger the day's requests are counted there, under the connection's name.
    RateLimiter(const Limits &limits, Clock &clock, RequestLedger *ledger = nullptr, const QString &connection = {},
                QObject *parent = nullptr);

    //! Sets the limits, for requests that wait already too.
    void setLimits(const Limits &limits);

    //! Gives a turn, or QuotaSpent with retryAt at the end of the day, or RateLimited with the time until which the
    //! service wants to be left alone. Cancel the job to leave the queue. A request that had a turn before and has to
    //! be sent `again` goes before its equals, so that those who asked first are answered first.
    [[nodiscard]] JobOf<PermitPtr> *permit(Priority priority, bool again = false);

    //! Sends nothing for that long. A longer pause that is under way stays.
    void pauseFor(std::chrono::milliseconds duration);
    //! The moment of monotonic time before which nothing goes out.
    [[nodiscard]] std::chrono::milliseconds notBefore() const { return m_notBefore; }

    //! The service took the request that was sent then.
    void accepted(std::chrono::milliseconds sentAt);
    //! The service answered the request that was sent then with this error. Where that is RateLimited or QuotaSpent,
    //! nothing goes out for as long as the error says, or retryDelay() does, and then more slowly for a while. Gives
    //! the error as it is to be told: with retryAt where the service takes nothing more for now.
    [[nodiscard]] Error heard(Error error, std::chrono::milliseconds sentAt);

    //! Time between two sends, in whole milliseconds: 1/requestsPerSecond and 10 % more, and more than that for a while
    //! after refusals.
    [[nodiscard]] std::chrono::milliseconds spacing() const;

    //! Requests that are left today; empty where there is no limit, and where they are not known yet.
    [[nodiscard]] std::optional<int> left() const { return m_day.left(); }

signals:
    //! left() has another value now.
    void leftChanged(std::optional<int> left);
    //! Nothing goes out until `until` (UTC), because the service asked to slow down.
    void paused(const QDateTime &until);

private:
    //! Why nothing more is sent for longer than a request waits in the queue.
    struct Spent {
        QDateTime until; //!< UTC
        //! RateLimited where the service named `until` itself, else QuotaSpent.
        ErrorCode code = ErrorCode::QuotaSpent;
        //! The service did not say that the day is spent: a person may still try.
        bool guessed = false;
    };

    void next();
    //! Whether the first in the queue may send today; a request that may not is ended with an error.
    [[nodiscard]] bool dayAllows(Priority first);
    void refuseFrom(Priority first, const Spent &spent);
    [[nodiscard]] Error refused(Error error, std::chrono::milliseconds sentAt);
    [[nodiscard]] Error spend(Error error, const Spent &spent);
    void slowDown();

    Limits m_limits;
    Clock &m_clock;
    DayQuota m_day;
    std::multimap<Priority, QPointer<JobOf<PermitPtr>>> m_queue;
    bool m_permitOut = false;
    std::chrono::milliseconds m_notBefore; //!< monotonic
    std::unique_ptr<Alarm> m_alarm;

    //! Refusals in a row, each of a request that was sent when the one before was known.
    int m_refusals = 0;
    std::chrono::milliseconds m_refusedAt; //!< monotonic
    //! The spacing is this many times what the limit asks for.
    int m_slowness = 1;
    int m_acceptedSince = 0;
    std::optional<Spent> m_spent;
};

} // namespace linterna
