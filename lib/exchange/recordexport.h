// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportoptions.h"
#include "lib/record/record.h"

namespace linterna {

//! Writes checks into a file, one a line, oldest first; or cases, in the order of their list (ExportOptions::scope). On
//! the store's thread, and atomically: a failure or a cancel leaves an older file as it was. Cancelling does nothing
//! once the file is whole and about to take its place. Gives the number of checks or cases.
//!
//! Columns of the everyday table (CSV's first line, JSON's keys), stable: checked_at (UTC, "2026-11-22T10:42:00Z"),
//! receipt_number, form_type, outcome ("ok", the stable name of an error, or "unreadable" for a check that cannot be
//! decrypted as well: it has no receipt number then), category, change, title_en, title_es, description_en,
//! description_es (plain text), submitted_date, modified_date ("2023-09-05T14:28:46", without a zone because USCIS
//! gives none; as sent where it is no such date), timeline, timeline_es ("2023-09-05: We approved it. | 2023-08-01: We
//! received it."), connection, asked_by, http_status (0: no reply), server_message; and of the case as it is now:
//! client, note, tags, on_hold ("yes", "no"); mended ("current_case_status_desc_en: 4", fields of a damaged reply).
//! Texts are kept from spreadsheets as lib/tables/csvcell.h says. In JSON Lines what is a list is an array, http_status a
//! number, on_hold a truth value, and what there is not is null.
//!
//! A line of a case has these columns from its last good answer or, where there never was one, from its last check; of
//! a case without any check left it has what is known of the case. Behind them, stable too, stands what happened last:
//! last_checked_at, last_outcome (as checked_at and outcome, of the last check), and changed_at, when the last good
//! answer came that said something else than the one before (Change::Wording or more). There is none where that never
//! happened.
//!
//! A complete file holds each check as lib/exchange/checkjson.h has it: as the line itself in JSON Lines; in CSV in the last
//! column, "check", behind the everyday table. Before the checks JSON Lines have the events (lib/exchange/eventjson.h), one
//! a line, of each desk in the order of their numbers; of an export of some checks the events of these. CSV has none: what
//! comes from it has no chain, and of what the office wrote only what holds now.
//!
//! Errors: Storage (detail names the file and the reason; a name that this file system cannot hold exactly is refused).
[[nodiscard]] JobOf<qint64> *exportRecord(Record &history, const QString &file, const ExportOptions &options = {});

} // namespace linterna
