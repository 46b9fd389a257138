// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"

namespace linterna {

//! Writes the whole record as CSV (csv/csvwriter.h), one line a check, oldest first. On the store's thread, and
//! atomically: a failure or a cancel leaves an older file as it was. Gives the number of checks.
//!
//! The header line holds stable names: checked_at (UTC, "2026-11-22T10:42:00Z"), receipt_number, form_type, outcome
//! ("ok", the stable name of an error, or "unreadable" for a check that cannot be decrypted), category, change, title_en,
//! title_es, description_en, description_es (plain text), submitted_date, modified_date ("2023-09-05T14:28:46", without
//! a zone because USCIS gives none; as sent where it is no such date), timeline, timeline_es ("2023-09-05: We approved
//! it. | 2023-08-01: We received it."), connection, asked_by, http_status (0: no reply), server_message.
//!
//! Errors: Storage (detail names the file and the reason; a name that this file system cannot hold exactly is refused).
[[nodiscard]] JobOf<qint64> *exportHistory(HistoryStore &history, const QString &file);

} // namespace linterna
