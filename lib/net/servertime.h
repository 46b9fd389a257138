// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/checkoutcome.h"

namespace linterna {

//! What the server that gave an answer says that the time is.
struct ServerTime {
    QDateTime says; //!< UTC
    //! It runs on this computer, whose clock it tells.
    bool onThisComputer = false;
};

//! Out of the Date field of the last reply; empty where there was none, or one that is no date.
[[nodiscard]] std::optional<ServerTime> serverTimeOf(const CheckOutcome &outcome);

} // namespace linterna
