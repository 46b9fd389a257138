// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/statuscategory.h"

namespace linterna {

StatusCategory statusCategory(const QString &)
{
    return StatusCategory::Other;
}

QString statusCategoryName(StatusCategory)
{
    return {};
}

} // namespace linterna
