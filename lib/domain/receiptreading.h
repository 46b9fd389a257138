// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnearmiss.h"
#include "lib/domain/receiptnumber.h"

#include <QFlags>
#include <QString>

#include <optional>
#include <vector>

namespace linterna {

//! Kinds of characters after the prefix that were taken for digits, which they only look like or mean. The person is
//! told each.
enum class ReadAsDigit {
    LetterO = 1,     //!< O, Latin, Greek or Cyrillic, read as zero: the three look the same.
    LetterI = 2,     //!< I, likewise, read as one.
    LetterL = 4,     //!< Latin L read as one.
    OtherDigits = 8, //!< Decimal digits of another script, by the value that Unicode gives them.
};
Q_DECLARE_FLAGS(ReadAsDigits, ReadAsDigit)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReadAsDigits)

//! How one text was understood: `receipt`, or else `refusal`.
struct ReceiptReading {
    std::optional<ReceiptNumber> receipt = {};
    ReceiptNumber::Refusal refusal = {};
    ReadAsDigits readAsDigits = {};
    //! The characters so far in their clean form, for a refusal that is TooShort: "EAC990".
    QString soFar = {};
};

//! Reads one receipt number as people type or paste it: what ReceiptNumber::parse() takes is that number and no other.
//! Else a label before it ("Receipt Number:", "Número de recibo", "#"), list marks, quotation marks, brackets and
//! closing punctuation around it are left out, and after the prefix letters and digits are read as ReadAsDigit says. At
//! least one true digit must be there; letters of the prefix are never guessed.
[[nodiscard]] ReceiptReading readReceipt(QStringView text);

//! What a line of text holds: receipt numbers, and pieces that are nearly one.
struct ReceiptsInLine {
    std::vector<ReceiptReading> found;
    //! Pieces of the line that may have been meant as receipt numbers besides.
    std::vector<ReceiptNearMiss> nearMisses;
};

//! The receipt numbers that stand in running text, such as a line of a notice, each set off from the words around it:
//! those of known prefixes as one run or grouped as notices print them (EAC-99-991-03402, EAC 9999103402), others only
//! in capitals and as one run. Nothing is put together from pieces, so that "Lin, tel. 202-555-0123" holds none. Texts
//! with the signs of paths and queries hold none either.
[[nodiscard]] ReceiptsInLine receiptsIn(QStringView line);

//! Whether nobody meant the text as a receipt number: it holds no part of one, and nothing that is nearly one.
[[nodiscard]] bool isMereWords(QStringView text);

} // namespace linterna
