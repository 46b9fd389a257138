// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

namespace linterna {

//! How `now` differs from `before`, the last good answer for the same receipt number; the strongest difference is
//! named. What is compared is what a person reads: tags, entities and white space are taken out first, and in titles
//! letter case too. The English title decides whether the status is another one; the Spanish one does where there is no
//! English title to compare, and otherwise counts as wording (a mended translation is no new status). The reply's
//! message, which echoes the request, and whether the reply had to be repaired play no part.
[[nodiscard]] Change detectChange(const std::optional<CaseStatus> &before, const CaseStatus &now);

} // namespace linterna
