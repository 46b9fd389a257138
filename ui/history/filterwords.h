// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <vector>

namespace linterna {

//! One condition of a filter in words, and the filter without it.
struct FilterPart {
    QString text;
    HistoryFilter without;
};

//! All conditions but the text of the search box, which stands there to be read.
[[nodiscard]] std::vector<FilterPart> partsOf(const HistoryFilter &filter, ListKind list);

//! Without any condition but the text of the search box.
[[nodiscard]] HistoryFilter withoutConditions(const HistoryFilter &filter);

//! "today", "the last 7 days", "3 May 2026", for changedSince.
[[nodiscard]] QString sinceText(const SinceDay &since);
//! A form type as a choice: answers without one have a name too.
[[nodiscard]] QString formChoiceText(const QString &formType);

} // namespace linterna
