// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiptlist.h"

#include <QDate>
#include <QSet>
#include <QString>
#include <QStringList>

namespace linterna {

//! What the line below the entry says, in the language shown.
struct HelperLine {
    enum class Tone { Quiet, Good, Wrong };
    QString text;
    Tone tone = Tone::Quiet;
};

//! For what the entry holds: what is missing or wrong; or what will be asked for in its clean form, with how characters
//! were read that are no digits, and with what the number tells of itself on `today`.
[[nodiscard]] HelperLine helperLine(const ReceiptList &list, const QSet<ReceiptNumber> &underWay, const QDate &today);

//! The longest of the lines that typing brings up, for which room is kept.
[[nodiscard]] QStringList longHelperLines();

} // namespace linterna
