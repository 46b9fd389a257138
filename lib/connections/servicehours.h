// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <set>

namespace linterna {

//! When the service answers: on these days (Qt::DayOfWeek) from `opens` until before `closes`, in `timeZone`. Holidays
//! are not known (Torch fact sheet §3: no calendar was found).
struct ServiceHours {
    std::set<int> days;
    QTime opens;
    QTime closes;
    QTimeZone timeZone;

    //! Whether the service is open. `now` is UTC, as are the times below.
    [[nodiscard]] bool isOpen(const QDateTime &now) const;
    //! The next moment after `now` at which the service opens; invalid where there are no days.
    [[nodiscard]] QDateTime opensNext(const QDateTime &now) const { return next(opens, now); }
    //! The next moment after `now` at which the service closes; invalid where there are no days.
    [[nodiscard]] QDateTime closesNext(const QDateTime &now) const { return next(closes, now); }

    bool operator==(const ServiceHours &) const = default;

private:
    [[nodiscard]] QDateTime next(const QTime &time, const QDateTime &now) const;
};

} // namespace linterna
