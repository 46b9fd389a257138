// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <chrono>
#include <optional>

namespace linterna {

//! How long to wait before the same request is sent again; empty when it is not to be sent again.
//!
//! `failures` counts the failures so far, this one included (1 after the first). Connection trouble and 5xx: two more
//! tries, after about 1 s and 4 s. 429: three more, after at least 1 s, 5 s and 15 s. Nothing else is repeated here (a
//! 401 is the token's affair). A Retry-After longer than the own wait counts; one beyond LongestOwnWait is left to the
//! person. `jitter` from 0 to 1 adds up to a quarter, so that many desks do not come back in step.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const Error &error, int failures,
                                                                  const QDateTime &now, double jitter);

//! The longest wait that is waited out: with a longer one the error is shown, with the time at which asking again makes
//! sense.
constexpr std::chrono::minutes LongestOwnWait{2};

} // namespace linterna
