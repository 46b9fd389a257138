// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace linterna {

//! What a deletion took away, and the number by which it can be taken back.
struct Deletion {
    qint64 number = 0;
    qint64 checks = 0;
    //! Cases of which nothing is left in the lists.
    qint64 cases = 0;
    //! Values of fields, current ones of deleted cases among them.
    qint64 edits = 0;
};

//! What is known of the checks before a moment, for whoever must decide whether they are really that old.
struct OldChecks {
    //! Whether retention would delete any of them.
    bool any = false;
    //! One of these checks was recorded after a check with a date from the moment on: one of the dates is wrong.
    bool outOfOrder = false;
    //! The date of the newest check by date in the whole record; empty where there is no check.
    std::optional<QDateTime> newest = {};
};

} // namespace linterna
