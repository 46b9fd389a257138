// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/otherwriters.h"

namespace linterna {

//! Who else can write where Linterna keeps its files, what that means, and what to do, in the language shown.
[[nodiscard]] QString otherWritersText(const OtherWriters &others);

} // namespace linterna
