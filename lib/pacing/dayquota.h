// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/pacing/requestledger.h"

#include <QTimeZone>

#include <optional>

namespace linterna {

//! The requests that one connection may send on one day, and how many of them are left. With a ledger a request is
//! counted before it goes out, so that neither a crash nor another window counts too few.
class DayQuota : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        //! 0 for no limit.
        int requestsPerDay = 0;
        //! How many requests of the day batch and watch leave for a person's own checks; at most half of the day's
        //! counts.
        int keptForPerson = 0;
        //! The time zone in which the day ends.
        QTimeZone timeZone = QTimeZone::utc();
        bool operator==(const Limits &) const = default;
    };
    enum class Answer {
        Yes,
        NotYet, //!< Not known yet: changed() comes when it is.
        No,
    };

    //! `ledger` may be null: then the requests that were sent before this object existed are not known.
    DayQuota(const Limits &limits, Clock &clock, RequestLedger *ledger, const QString &connection,
             QObject *parent = nullptr);
    ~DayQuota() override;

    void setLimits(const Limits &limits);

    //! Whether one more request may go out now. A person may use what keptForPerson keeps, others not.
    [[nodiscard]] Answer maySend(bool forPerson);
    //! Call as a request goes out: counts it.
    void sent();

    //! Requests that are left today. Empty where there is no limit, and where it is not known yet.
    [[nodiscard]] std::optional<int> left() const;
    //! The day that it is now ("2026-11-22" in the limits' time zone).
    [[nodiscard]] QString today() const;
    //! When the next day begins. UTC.
    [[nodiscard]] QDateTime dayEnd() const;

signals:
    //! maySend() or left() may say something else now.
    void changed();

private:
    void rollDay();
    void count(int requests);
    void counted(const QString &day, int requests, const Result<int> &sum);
    [[nodiscard]] int keptForPerson() const;

    Limits m_limits;
    Clock &m_clock;
    RequestLedger *m_ledger;
    const QString m_connection;
    QString m_day;
    bool m_known = false;
    bool m_counting = false;
    //! Requests counted in the ledger for the day, whoever sent them.
    int m_counted = 0;
    //! How many of m_counted this object has not sent yet: at most one.
    int m_ahead = 0;
};

} // namespace linterna
