// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"

#include <QString>

#include <vector>

namespace linterna {

//! A piece of a text that may have been meant as a receipt number and is none, with what is wrong.
struct ReceiptNearMiss {
    QString text;
    ReceiptNumber::Refusal refusal = {};
};

//! The near misses in a line of running text, in their order: a prefix that was misread (I0E…, 5RC…) or lost a letter,
//! digits that were misread, lost or doubled, a whole number that is grouped as no notice groups it or is glued to
//! other signs. Telephone numbers, A-numbers, dates and the numbers of other papers are none. Receipt numbers that can
//! be read have to be taken out of the line before.
[[nodiscard]] std::vector<ReceiptNearMiss> receiptNearMisses(QStringView line);

//! Whether the line holds any near miss.
[[nodiscard]] bool hasReceiptNearMisses(QStringView line);

//! Whether a line is a near miss as a whole, where it stands in a list: also the torn beginning of a number, one
//! without its prefix, and one with a prefix that is not known.
[[nodiscard]] bool isTornReceipt(QStringView line);

//! Whether the text has three letters of which the first is a small L among capitals, in the place of an I.
[[nodiscard]] bool hasSmallLForI(QStringView text);

} // namespace linterna
