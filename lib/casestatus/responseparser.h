// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/domain/casestatus.h"

#include <QByteArray>

namespace linterna {

//! Reads a 200 reply of GET /case-status/{receipt}. Strict first; known damage is mended by repairedJson() and read
//! strictly again, and CaseStatus::repaired says so, CaseStatus::mended where. Takes both schemas (standard and IOE),
//! the payload under "case_status" or at the root, null, missing and mistyped fields (they stay missing), and duplicate
//! keys (the last one counts).
//! Text that is no well-formed UTF-8 or UTF-16 becomes U+FFFD where it stands; a text of white space only is missing.
//! Errors: Unreadable (no JSON object, or none with a receipt number and a title or description in either language;
//! what the reply says of itself, if anything, is the serverMessage), Mismatch (another receiptNumber than `asked`,
//! letter case and white space around it apart). Both carry httpStatus 200.
[[nodiscard]] Result<CaseStatus> parseCaseStatus(const QByteArray &body, const ReceiptNumber &asked);

} // namespace linterna
