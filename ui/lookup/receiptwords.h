// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptlist.h"

#include <QDate>
#include <QSet>
#include <QString>
#include <QStringList>

namespace linterna {

//! Text of the helper line below the receipt entry, in the language shown.
struct HelperLine {
    enum class Tone { Quiet, Good, Wrong };
    QString text;
    Tone tone = Tone::Quiet;
};

//! Helper line for what the entry holds: what is missing or wrong; or else the receipt number that will be asked for,
//! which characters were read as digits, and the office and fiscal year that it tells (`today` is needed for the year).
//! `underWay`: receipt numbers that are being checked.
[[nodiscard]] HelperLine helperLine(const ReceiptList &list, const QSet<ReceiptNumber> &underWay, const QDate &today);

//! The longest of the usual helper lines, to reserve height for them.
[[nodiscard]] QStringList longHelperLines();

} // namespace linterna
