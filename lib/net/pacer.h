// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"

#include <QTimeZone>

#include <map>

namespace linterna {

//! Keeps one connection's requests no faster than the service allows, token requests included, and counts the day's
//! quota. Everything that is sent waits for its turn here; who is more urgent goes first.
class Pacer : public QObject
{
    Q_OBJECT
public:
    //! In the order in which they are served; equals in the order in which they came.
    enum class Priority { Token, Person, Batch, Watch };

    struct Limits {
        //! 0 for no limit.
        double requestsPerSecond = 5;
        //! 0 for no limit.
        int requestsPerDay = 0;
        QTimeZone timeZone = QTimeZone::utc();
    };

    //! The right to send one request. The next turn is given only after this one was used or dropped, and the spacing
    //! counts from the moment of sending: a busy event loop cannot squeeze two requests together.
    class Turn
    {
    public:
        explicit Turn(Pacer &pacer) : m_pacer(&pacer) {}
        ~Turn();
        Q_DISABLE_COPY_MOVE(Turn)
        //! Call right before the request goes out; only the first call counts.
        void sending();

    private:
        QPointer<Pacer> m_pacer;
    };
    using TurnPtr = std::shared_ptr<Turn>;

    Pacer(Limits limits, Clock &clock, QObject *parent = nullptr);

    //! Gives a turn, or QuotaSpent with retryAt at the day's end. Cancel the job to leave the queue.
    [[nodiscard]] JobOf<TurnPtr> *turn(Priority priority);

    //! Sends nothing for that long (a Retry-After, a 429). A longer pause that is under way stays.
    void pauseFor(std::chrono::milliseconds duration);

    //! Nothing goes out before this moment of monotonic time: the end of a pause or of the spacing. For the pacer that
    //! comes after this one on the same connection.
    [[nodiscard]] std::chrono::milliseconds notBefore() const { return m_notBefore; }

    //! Time between two sends: 1/requestsPerSecond and 10 % more, in whole milliseconds.
    [[nodiscard]] std::chrono::milliseconds spacing() const { return m_spacing; }

    //! The day of the quota that it is now ("2026-11-22" in the limits' time zone).
    [[nodiscard]] QString today() const;
    //! Requests that were sent on a day before this object existed; they are added to the count.
    void addUsed(const QString &day, int requests);
    //! Requests that are left today; empty where there is no limit.
    [[nodiscard]] std::optional<int> left() const;

signals:
    //! One request goes out now and counts for that day.
    void sent(const QString &day);
    //! left() has another value now.
    void leftChanged(std::optional<int> left);

private:
    void next();
    void rollDay();
    [[nodiscard]] QDateTime dayEnd() const;

    Limits m_limits;
    Clock &m_clock;
    std::chrono::milliseconds m_spacing;
    std::multimap<Priority, QPointer<JobOf<TurnPtr>>> m_queue;
    bool m_turnOut = false;
    std::chrono::milliseconds m_notBefore; //!< monotonic
    std::unique_ptr<Alarm> m_alarm;
    QString m_day;
    int m_used = 0;
};

} // namespace linterna
