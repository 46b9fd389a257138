// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linterna::test {

//! A disk with errors of its own, as SQLite sees it: as long as it lives every database that is opened lies on it. What
//! counts as a call is what a bad disk can refuse: reading, writing, syncing, cutting, opening, deleting and measuring a
//! file, and more room for what connections share. A write that fails has written its first half.
//!
//! Nothing is ever synced for real: it would take most of the time, and no test takes the power away.
class FailingDisk
{
public:
    enum class Fails {
        Once,       //!< That one call.
        FromThenOn, //!< And all after it.
    };

    FailingDisk();
    ~FailingDisk();
    Q_DISABLE_COPY_MOVE(FailingDisk)

    //! Counted from now on; 1 is the next one.
    void failAt(int call, Fails fails);
    //! Reading this byte of a file fails, whichever way and however often: a bad sector.
    void failReading(qint64 at);
    //! Each call fails with a chance of one in `n`, the same ones for the same seed and the same calls.
    void failByChance(unsigned seed, int n);
    //! Nothing fails any more. Gives how many calls did since it was told to.
    int heal();
};

} // namespace linterna::test
