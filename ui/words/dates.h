// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace linterna {

//! The current time and the opening of links as views use them, so that a test can replace both.
struct ViewEnvironment {
    //! The current time, UTC; always set.
    std::function<QDateTime()> now;
    //! Opens a URL outside the program. Empty: the desktop's browser.
    std::function<void(const QUrl &)> openUrl = {};

    [[nodiscard]] static ViewEnvironment of(const Clock &clock)
    {
        return {.now = [&clock] { return clock.now(); }};
    }
};

//! A moment in the language shown and in local time: "today 10:42", "yesterday 10:42", "3 May 10:42", with the year
//! where it is not the current one. Months are words, so that they cannot be mistaken for days. With an invalid `now`
//! always with date and year, for paper, on which "today" means nothing.
[[nodiscard]] QString momentText(const QDateTime &utc, const QDateTime &now);
//! A moment as momentText() gives it, but short, for lists: the time of day only for today.
[[nodiscard]] QString shortMomentText(const QDateTime &utc, const QDateTime &now);
//! A day in the language shown: "5 September 2023", "5 de septiembre de 2023".
[[nodiscard]] QString dateText(const QDate &date);
//! A day with a short month: "5 Sep 2023".
[[nodiscard]] QString shortDateText(const QDate &date);
//! The local date as the names of files have it: "2026-11-30".
[[nodiscard]] QString fileDateText(const QDateTime &now);
//! A time of day: "7:00".
[[nodiscard]] QString timeText(const QTime &time);
//! A future moment in local time: "Monday 23 November 7:00", "el lunes 23 de noviembre a las 7:00".
[[nodiscard]] QString futureText(const QDateTime &utc, const QDateTime &now);
//! Time left of a countdown: "12 s", "2 min".
[[nodiscard]] QString remainingText(qint64 seconds);

} // namespace linterna
