// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/record/caserecord.h"
#include "lib/sqlite/database.h"

namespace linterna {

//! What the office knew of a case in a file of before there were events.
struct OlderDetails {
    CaseDetails details = {};
    //! The sealed bytes, where they cannot be read; empty otherwise.
    QByteArray unreadable = {};
};
//! Reads them from the current row, whose CaseTable::columns() begin at column `first`.
[[nodiscard]] OlderDetails readOlderDetails(const Rows &rows, int first, const FieldCipher &cipher);

} // namespace linterna
