// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/ownthread.h"
#include "lib/pacing/requestledger.h"

namespace linterna {

class Database;

//! The ledger of requests in an SQLite file of its own: it holds nothing personal, needs no key, and is there also
//! where the record cannot be opened. Several programs may count in one file. Days that are long past are forgotten.
class RequestCounts : public RequestLedger
{
public:
    //! `file` is made, with its folder, when something is counted for the first time; a damaged one is kept beside a
    //! new one, and `damagedKept` is called with its new name. Empty: in memory.
    RequestCounts(const QString &file, const Clock &clock, std::function<void(const QString &name)> damagedKept = {});
    ~RequestCounts() override;

    [[nodiscard]] JobOf<int> *add(const QString &connection, const QString &day, int requests) override;

private:
    struct File;
    std::unique_ptr<OwnThread<File>> m_thread;
    QObject m_owner; //!< the parent of jobs that have not ended
    QString m_file;
    const Clock &m_clock;
    std::function<void(const QString &)> m_damagedKept;
};

} // namespace linterna
