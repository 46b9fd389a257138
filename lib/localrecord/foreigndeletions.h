// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/merging.h"

namespace linterna {

//! Deletions that came with the events of other desks. What they name stays here until a person says otherwise: then
//! this desk deletes it too, by an event of its own; or it says by an event that the deletion does not hold here.

//! Those of which something is still here and that nobody answered, oldest first.
[[nodiscard]] Result<std::vector<ForeignDeletion>> openDeletions(const RecordTables &tables);
//! Change numbers of the checks and edits in the lists that an open deletion names. Nothing where there is no such
//! deletion.
[[nodiscard]] Result<std::optional<std::vector<qint64>>> targetsOfDeletion(const RecordTables &tables,
                                                                           const QByteArray &event);

} // namespace linterna
