// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/jsonlineproblem.h"
#include "lib/json/jsonview.h"
#include "lib/record/recordevent.h"

#include <variant>

namespace linterna {

//! An event as one JSON object in one line, with all that its leaf and link vouch for: lib/record/EVENTS.md says how
//! these are verified, and what the canonical bytes hold. Every value comes back as it was.
//!
//!   {"linterna_event": 1, "uuid": 32 hexadecimal digits, "desk": 32 digits, "number": from 1 on,
//!    "at": milliseconds since 1970, UTC: a number, because that is what the link is made from,
//!    "kind": ASCII, "leaf": 64 digits, "link": 64 digits,
//!    "salt": 64 digits, "canonical": base64 (both null where the content is gone)}
void appendEventJson(QByteArray &out, const RecordEvent &event);

//! Whether a line is one of an event, of whatever version.
[[nodiscard]] bool isEventJson(const JsonView &line);
//! Whether leaf and link hold is for whoever takes the event in.
[[nodiscard]] std::variant<RecordEvent, JsonLineProblem> readEventJson(const JsonView &line);

} // namespace linterna
