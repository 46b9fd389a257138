// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/record/checkinspection.h"

namespace linterna {

//! A stable, untranslated word for files and the database ("person", "batch", "watch").
[[nodiscard]] QString askedByName(AskedBy askedBy);
//! A stable, untranslated word for files and the database ("first", "unchanged", "status", …; "none" for an error).
[[nodiscard]] QString changeName(Change change);
//! A stable, untranslated word for files ("not opened", "row differs", …).
[[nodiscard]] QString checkDamageName(CheckDamage damage);

//! The value that a stored word means; for a word that is not known (a later version's) the value that says least.
[[nodiscard]] AskedBy askedByFromName(const QString &name);
[[nodiscard]] Change changeFromName(const QString &name);

} // namespace linterna
