// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace linterna {

//! What the views take from outside: the time and what opens a link, so that a test can stand in for both.
struct ViewEnvironment {
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    //! Opens a URL outside the program. Empty: the desktop's browser.
    std::function<void(const QUrl &)> openUrl = {};
};

//! A moment as people say it, in the language shown and in local time: "today 10:42", "yesterday 10:42", "3 May 10:42",
//! and with the year where that is another one. Month names are words, so that no day can be taken for a month. `now`
//! invalid: always with the date and the year, for paper, which knows no today.
[[nodiscard]] QString momentText(const QDateTime &utc, const QDateTime &now);
//! The same in as few characters as a list has room for: the time of day only for today.
[[nodiscard]] QString shortMomentText(const QDateTime &utc, const QDateTime &now);
//! "5 September 2023", "5 de septiembre de 2023".
[[nodiscard]] QString dateText(const QDate &date);
//! The same with a short month, "5 Sep 2023".
[[nodiscard]] QString shortDateText(const QDate &date);
//! "7:00"
[[nodiscard]] QString timeText(const QTime &time);
//! "Monday 23 November 7:00", "el lunes 23 de noviembre a las 7:00", for what is still to come.
[[nodiscard]] QString futureText(const QDateTime &utc, const QDateTime &now);
//! "12 s", "2 min", for a countdown.
[[nodiscard]] QString remainingText(qint64 seconds);

} // namespace linterna
