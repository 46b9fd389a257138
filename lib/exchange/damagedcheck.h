// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checkinspection.h"

#include <QByteArray>

namespace linterna {

//! All there is of a check that cannot be trusted, for whoever is asked to look into the damage: JSON (RFC 8259) in
//! UTF-8. What is sealed stays so, and no key is in it.
//!
//!   {"linterna_damaged_check": 1, "check": 3, "damage": checkDamageName(),
//!    "checked_at": "2026-11-22T10:42:00.123Z", "older_row": base64,
//!    "rows": [{"table": "checks", "columns": {"id": 3, "word": "text", "sealed": base64, …}}, …]}
//!
//! "checked_at" is there where the row says a time, "older_row" where an older file could not be read. Columns of the
//! type BLOB are base64.
[[nodiscard]] QByteArray damagedCheckJson(const CheckInspection &check);

} // namespace linterna
