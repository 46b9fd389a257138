// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"

namespace linterna {

//! A line of the list of checks: enough to paint it.
struct CheckRow : ListRowBase {
    QString connection = {};
    AskedBy askedBy = AskedBy::Person;
    int httpStatus = 0; //!< 0 where there was no reply.
};

} // namespace linterna
