// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"

namespace linterna {

//! Writes the whole record as CSV: RFC 4180, UTF-8 with byte order mark, CRLF, one header line of stable names, times
//! ISO 8601, cells that a spreadsheet would run as a formula defused. On the store's thread, and atomically: a failure
//! leaves an older file as it was. Gives the number of rows. Errors: Storage (detail names the file and the reason).
[[nodiscard]] JobOf<qint64> *exportHistory(HistoryStore &history, const QString &file);

} // namespace linterna
