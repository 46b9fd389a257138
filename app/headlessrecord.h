// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

namespace linterna {

//! What the command line does with the whole history: export, import, backup, restoration. Gives the exit code.
[[nodiscard]] int runWithRecord(Session &session);

} // namespace linterna
