// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/eventtable.h"
#include "lib/localrecord/recordfile.h"
#include "lib/sqlite/database.h"

#include <atomic>
#include <functional>

namespace linterna {

//! How a record is upgraded, and who follows it.
struct UpgradeOptions {
    //! Called now and then with how many checks were taken over and how many there are.
    std::function<void(qint64 done, qint64 total)> progress = {};
    //! Ends the upgrade in Cancelled once it is true; may be null.
    const std::atomic_bool *stop = nullptr;
    //! False for a file that is itself a copy: none is made of it.
    bool keepCopy = true;
};

//! Makes a record of schemas 1 to 5, which was rows, into a log of events, in one transaction: whatever happens, the
//! file holds either the one or the other. Does nothing to a file of any other version. `database` is the file at
//! `location`, open for writing.
//!
//! What was deleted goes for good, before anything else, so that it is not in the copy either. Each check, each field of a case and the saved filters become events that say when
//! they were taken over; what cannot be read becomes an event of kind "damaged" with the bytes of its row. Numbers of
//! checks stay. A copy of the file is made before, beside it (nameBeside(), "before-update"), and stays.
//!
//! Errors: StorageBusy (another program has the file open), Storage (no room for the copy and the upgrade: the detail
//! says how much is missing), Cancelled.
[[nodiscard]] std::optional<Error> upgradeRecord(const std::shared_ptr<Database> &database,
                                                 const RecordLocation &location, const Author &author,
                                                 const UpgradeOptions &options);

} // namespace linterna
