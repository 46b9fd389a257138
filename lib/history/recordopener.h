// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"
#include "secrets/secretstore.h"

namespace linterna {

//! How the record is kept in this run.
struct RecordState {
    //! Nothing stays when the program ends.
    bool forThisRunOnly = false;
    //! Why, where that was not asked for: KeychainLocked, KeychainAbsent, KeychainDenied, Storage (damaged, newer,
    //! read-only), or NotConfigured: the file is there and its key is gone from the keychain.
    std::optional<Error> why;
};

//! Opens the record with the data key of the SecretStore. A key is made only when the store is open, holds none and
//! there is no record yet; a record whose key is missing or locked is left untouched and the run is kept in memory.
//! Always ends in a RecordState, whatever happens.
[[nodiscard]] JobOf<RecordState> *openRecord(HistoryStore &history, SecretStore &secrets, const QString &file);

//! In practice the data is invented and its key is this one, so that practice needs no keychain.
[[nodiscard]] Secret practiceDataKey();

} // namespace linterna
