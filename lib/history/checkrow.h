// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historytypes.h"
#include "storage/database.h"
#include "storage/fieldcipher.h"

namespace linterna {

//! The columns of `checks` that readListRow() expects, in its order; and those of readOutcome(), which begin with them.
[[nodiscard]] QString listColumns();
[[nodiscard]] QString outcomeColumns();

//! The current row as a line of the list. Never fails: what cannot be decrypted is marked unreadable.
[[nodiscard]] HistoryRow readListRow(const Rows &rows, const FieldCipher &cipher);
//! The current row as a whole, without `previous`; empty where it cannot be decrypted.
[[nodiscard]] std::optional<CheckOutcome> readOutcome(const Rows &rows, const FieldCipher &cipher);

//! By which the checks of one receipt number are found.
[[nodiscard]] QByteArray receiptHash(const ReceiptNumber &receipt, const FieldCipher &cipher);
//! Appends the outcome as a new row and gives its id.
[[nodiscard]] Result<qint64> insertOutcome(const Database &database, const FieldCipher &cipher,
                                           const CheckOutcome &outcome);

} // namespace linterna
