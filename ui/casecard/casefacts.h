// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

#include <QDateTime>
#include <QString>

namespace linterna {

//! A field of the reply in one line, cut where it is longer than such fields should be; technical details show all of
//! it.
[[nodiscard]] QString shortField(const QString &untrusted);
//! A date of the API in the language shown, or shortField() of what was sent where that is no date.
[[nodiscard]] QString torchDateText(const QString &sent);
//! Text about the outcome's change, "unchanged since 3 May 10:42"; empty where nothing can be said.
[[nodiscard]] QString changeSinceText(const CheckOutcome &outcome, const QDateTime &now);

} // namespace linterna
