// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/checkoutcome.h"

namespace linterna {

//! How `now` differs from `before`, the last good answer for the same receipt number; the strongest difference is
//! named. The reply's message, which echoes the request, plays no part.
[[nodiscard]] Change detectChange(const std::optional<CaseStatus> &before, const CaseStatus &now);

//! A stable, untranslated word for files and the database ("first", "unchanged", "status", …).
[[nodiscard]] QString changeName(Change change);

} // namespace linterna
