// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <optional>

namespace linterna {

//! How the record is kept in this run.
struct RecordState {
    //! The record is in memory: nothing stays when the program ends.
    bool forThisRunOnly = false;
    //! Why it is in memory, where that was not asked for: KeychainLocked, KeychainAbsent, KeychainDenied, StorageBusy
    //! (another program holds the file), Storage (newer, read-only, in use by another program that is just making its
    //! key), or NotConfigured: the file is there and its key is gone from the keychain, or is not the one that it was
    //! written with.
    std::optional<Error> why;
    //! The record was damaged and a new one was begun; the damaged file lies untouched under this name. Empty
    //! otherwise.
    QString damagedKeptAs;
    //! The data key lies under a passphrase in a file of its own. Where the run is kept in memory and `why` is empty,
    //! the passphrase has not been entered.
    bool underPassphrase = false;
    //! The person wants nothing kept on this computer.
    bool byChoice = false;

    bool operator==(const RecordState &) const = default;
};

//! What the person can do where the record is not open or not kept as wished.
enum class RecordRemedy {
    None,
    EnterPassphrase,
    Choose, //!< Choose how the record is to be kept.
    TryAgain,
    FindKey, //!< Find the lost key, or begin a new record.
};
[[nodiscard]] RecordRemedy recordRemedy(const RecordState &state);

} // namespace linterna
