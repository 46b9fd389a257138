// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"
#include "lib/domain/receiptreading.h"

#include <QString>

#include <utility>
#include <vector>

namespace linterna {

//! What a typed or pasted text holds.
struct ReceiptList {
    //! The receipt numbers, in the order of the text, each once.
    std::vector<ReceiptNumber> receipts;
    //! The receipt numbers among `receipts` of which characters were taken for digits, with the kinds of these
    //! characters.
    std::vector<std::pair<ReceiptNumber, ReadAsDigits>> readAsDigits;
    //! Pieces that may have been meant as receipt numbers and are none, also out of running text, cut to 40 characters
    //! each, with the reason.
    //! Where there is no receipt number at all, every piece.
    std::vector<std::pair<QString, ReceiptReading>> refused;
    //! The text held other words too, which nobody meant as a receipt number.
    bool otherWords = false;
    //! The text was longer than MaxPaste and was not read at all.
    bool tooLong = false;

    //! Most characters of a pasted text: a longer one is not read at all.
    static constexpr qsizetype MaxPaste = 100'000;
};

//! Reads one or several receipt numbers from a typed or pasted text: separated by line breaks, tabs, commas, semicolons
//! or upright lines, or by spaces where every piece is whole by itself ("EAC9999103402 WAC0000000001"; but "EAC 99 991
//! 03402" is one), or found in running text as receiptsIn() says. A mistyped number is never split into another one.
[[nodiscard]] ReceiptList parseReceiptList(QStringView text);

} // namespace linterna
