// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checkinspection.h"
#include "ui/casecard/cardtext.h"

namespace linterna {

//! Texts of the card about a check that cannot be trusted: that it is so, why, what it means, and what to do.
[[nodiscard]] CardText damagedTextOf(const CheckInspection &check, const QDateTime &now);

} // namespace linterna
