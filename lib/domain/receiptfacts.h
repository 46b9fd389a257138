// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"

#include <QDate>

#include <optional>

namespace linterna {

//! What a receipt number tells of itself. Little, and none of it binds: a case moves on from where it was taken in.
struct ReceiptFacts {
    //! Where USCIS took the case in, by the prefix. Not where the case lies now.
    enum class Intake {
        None,    //!< IOE: an electronic case, of which the number tells no office.
        Unknown, //!< A prefix of which we have no trusted source. It may be asked for all the same.
        Vermont,
        California,
        Nebraska,
        Texas,
        NationalBenefits,
        Potomac,
    };
    Intake intake = Intake::Unknown;
    //! The federal fiscal year (1 October to 30 September) in which the case was taken in, approximately. Empty where
    //! it cannot be known: prefixes without an office, the sandbox's numbers, an asterisk for the first digit, years to
    //! come or of the last century, and days that no fiscal year has.
    std::optional<int> fiscalYear = {};

    bool operator==(const ReceiptFacts &) const = default;
};

//! `today` decides which fiscal years have begun.
[[nodiscard]] ReceiptFacts receiptFacts(const ReceiptNumber &receipt, const QDate &today);

//! The fiscal year that this day belongs to: 2027 from 1 October 2026.
[[nodiscard]] int fiscalYearOf(const QDate &day);

//! The prefixes of which we have a trusted source, IOE among them, as alternatives of a regular expression.
[[nodiscard]] QString knownPrefixes();

} // namespace linterna
