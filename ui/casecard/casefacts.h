// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/checkoutcome.h"

#include <QDateTime>
#include <QString>

namespace linterna {

//! A field of the reply that is short where it is what it should be, in one line. Technical details have the whole.
[[nodiscard]] QString shortField(const QString &untrusted);
//! A date of the API in words, or as it was sent where it is not understood.
[[nodiscard]] QString torchDateText(const QString &sent);
//! "unchanged since 3 May 10:42"; empty where nothing can be said.
[[nodiscard]] QString changeSinceText(const CheckOutcome &outcome, const QDateTime &now);

} // namespace linterna
