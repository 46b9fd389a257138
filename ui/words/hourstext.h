// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/servicehours.h"

#include <QString>

namespace linterna {

//! "open until 20:00", or "closed, opens Monday 30 November 13:00", in local time; says so where that is not the
//! service's time. `now` is UTC. Empty for hours without days.
[[nodiscard]] QString serviceHoursText(const ServiceHours &hours, const QDateTime &now);

} // namespace linterna
