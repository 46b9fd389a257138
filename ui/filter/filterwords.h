// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"

#include <vector>

namespace linterna {

//! One condition of a filter in words, and the filter without it.
struct FilterPart {
    QString text;
    RecordFilter without;
};

//! One part for each condition but the text of the search box, which can be read there.
[[nodiscard]] std::vector<FilterPart> partsOf(const RecordFilter &filter, ListKind list);

//! The filter with the text of the search box as its only condition.
[[nodiscard]] RecordFilter withoutConditions(const RecordFilter &filter);

//! "today", "the last 7 days", "3 May 2026": text of RecordFilter::changedSince.
[[nodiscard]] QString sinceText(const SinceDay &since);
//! Text of a form type in a list of choices; an empty form type (answers that name none) has a text too.
[[nodiscard]] QString formChoiceText(const QString &formType);

} // namespace linterna
