// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linterna::test {

//! A disk with errors, as SQLite sees it: every database that is opened during the object's life lies on it. Calls that
//! count, and can fail, are those that a bad disk can refuse: reading, writing, syncing, truncating, opening, deleting
//! and measuring a file, and enlarging the memory shared by connections. A write that fails has written its first half.
//!
//! Files are never really synced: that would take most of the time, and no test cuts the power.
class FailingDisk
{
public:
    enum class Fails {
        Once,       //!< Only that call.
        FromThenOn, //!< That call and all after it.
    };

    FailingDisk();
    ~FailingDisk();
    Q_DISABLE_COPY_MOVE(FailingDisk)

    //! Makes a call fail, counted from now on: 1 is the next one.
    void failAt(int call, Fails fails);
    //! Makes every read fail that includes this byte of a file, like a bad sector.
    void failReading(qint64 at);
    //! Makes each call fail with a chance of one in `n`; with the same seed and calls the same ones fail.
    void failByChance(unsigned seed, int n);
    //! Ends all failures. Returns how many calls have failed since they were ordered.
    int heal();
};

} // namespace linterna::test
