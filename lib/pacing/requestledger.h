// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"

#include <QString>

namespace linterna {

//! How many requests each connection has sent on each day, kept where a restart or a crash does not reach it.
class RequestLedger
{
public:
    RequestLedger() = default;
    virtual ~RequestLedger() = default;
    Q_DISABLE_COPY_MOVE(RequestLedger)

    //! Adds to the requests of a connection (its name) on a day ("2026-11-22" in the time zone of its quota); 0 only
    //! reads, a number below 0 takes back what was not sent after all. Gives the day's sum, whoever else adds to it,
    //! when it is on the disk. Error: Storage.
    [[nodiscard]] virtual JobOf<int> *add(const QString &connection, const QString &day, int requests) = 0;
};

} // namespace linterna
