// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/exchange/jsonlineproblem.h"
#include "lib/json/jsonview.h"
#include "lib/record/checkrow.h"
#include "lib/record/checksource.h"

#include <QByteArray>

namespace linterna {

//! A check as one JSON object in one line, with everything in it that the record keeps but what is worked out anew from
//! the checks before it (id, change, previous). Every value comes back as it was.
//!
//!   {"linterna_check": 1, "checked_at": "2026-11-22T10:42:00.123Z", "receipt_number": "EAC9999103402",
//!    "connection": "USCIS sandbox", "asked_by": "person", "http_status": 200,
//!    "outcome": "ok" | the stable name of an error | "lost",
//!    "answer": {"form_type", "submitted_date", "modified_date" (as sent), "title_en", "title_es", "description_en",
//!               "description_es" (as sent, with their HTML), "timeline": [{"date", "date_sent", "text_en", "text_es"}],
//!               "message", "repaired", "mended": [{"field", "quotes"}]},
//!    "error": {"http_status", "retry_at", "server_message", "detail", "tls": {"problem", "date", "names"}},
//!    "raw_reply": base64,
//!    "requests": [{"method", "url", "headers": [["name", "value"]], "body": base64, "sent_at", "took_ms", "http_status",
//!                  "reply_headers", "reply_body": base64 (where it is not the raw reply), "tls"}],
//!    "case": {"client", "note", "tags", "on_hold", and where they are not empty "file_number", "owner", "next_step",
//!             "due_date"},
//!    "event": 32 hexadecimal digits: the UUID of its event (lib/exchange/eventjson.h), where it has one}
//!
//! A "lost" check could not be decrypted where it was written; time and connection are all that is known of it.
//! "answer" is there where the outcome is "ok", "error" where it is an error; "case" where there is anything in it.
//! Bytes of header fields are written as the character of the same number.
void appendCheckJson(QByteArray &out, const CheckRow &row, const std::optional<CheckOutcome> &outcome);

//! A check that was read. Empty where it could not be decrypted where it was written ("lost"): there is nothing to take
//! in.
using ReadCheck = std::optional<ImportedCheck>;
[[nodiscard]] std::variant<ReadCheck, JsonLineProblem> readCheckJson(const JsonView &line);

} // namespace linterna
