// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/migrations.h"

namespace linterna {

//! The tables of the record.
[[nodiscard]] const Schema &historySchema();

} // namespace linterna
