// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/listquery.h"

namespace linterna {

//! Saved filters as events. Each event holds all filters that there are from then on; the newest one counts.

//! Filters that cannot be read are left out.
[[nodiscard]] Result<std::vector<SavedFilter>> readFilters(const RecordTables &tables);
//! Replaces all saved filters by these. Call inside a transaction.
[[nodiscard]] std::optional<Error> writeFilters(RecordTables &tables, const std::vector<SavedFilter> &filters,
                                                const Author &author);
//! Makes one list of those that desks saved without sight of each other, after events of another desk came: all names
//! of all of them. Of two filters with one name the own one keeps it, and the other gets the person's name beside it.
//! Call inside a transaction.
[[nodiscard]] std::optional<Error> mergeFilters(RecordTables &tables, const Author &author);

} // namespace linterna
