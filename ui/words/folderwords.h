// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/platform/otherwriters.h"

namespace linterna {

//! Says which other users can write into Linterna's folder, what that means, and what to do, in the language shown.
[[nodiscard]] QString otherWritersText(const OtherWriters &others);

} // namespace linterna
