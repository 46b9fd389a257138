// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/casestatus.h"

#include <QByteArray>

namespace linterna {

//! Reads a 200 reply of GET /case-status/{receipt}. Strict first; known damage is mended by repairedJson() and read
//! strictly again, and CaseStatus::repaired says so. Takes both schemas (standard and IOE), the payload under
//! "case_status" or at the root, null, missing and mistyped fields (they stay missing), and duplicate keys (the last
//! one counts).
//! Errors: Unreadable (no JSON object, or none with a receipt number and a title in either language), Mismatch (another
//! receiptNumber than `asked`).
[[nodiscard]] Result<CaseStatus> parseCaseStatus(const QByteArray &body, const ReceiptNumber &asked);

} // namespace linterna
