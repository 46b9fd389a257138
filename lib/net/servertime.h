// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

namespace linterna {

//! What the server that gave an answer says that the time is.
struct ServerTime {
    QDateTime says; //!< UTC
    //! The server runs on this computer, so that its time is this computer's clock.
    bool onThisComputer = false;
};

//! The time in the Date field of the last reply; empty where there was no reply, or no valid date in it.
[[nodiscard]] std::optional<ServerTime> serverTimeOf(const CheckOutcome &outcome);

} // namespace linterna
