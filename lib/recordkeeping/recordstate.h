// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <optional>

namespace linterna {

//! How the record is kept in this run.
struct RecordState {
    enum class Mode {
        OnDisk,           //!< The record is open on this computer's disk.
        InMemory,         //!< It is in memory, as this run was asked to keep it.
        NothingKept,      //!< It is in memory, because the person wants nothing kept on this computer.
        AwaitsPassphrase, //!< It is in memory until the passphrase of the one on disk is entered.
        CannotOpen,       //!< It is in memory, because the one on disk could not be opened: `why`.
    };
    Mode mode = Mode::OnDisk;
    //! Why the record on disk could not be opened: KeychainLocked, KeychainAbsent, KeychainDenied, StorageBusy (another
    //! program holds the file), Storage (newer, read-only, in use by another program that is just making its key), or
    //! NotConfigured: the file is there and its key is gone from the keychain, or is not the one that it was written
    //! with. Of Mode::CannotOpen always; of Mode::NothingKept where the person tried to open it all the same.
    std::optional<Error> why = {};
    //! The record was damaged and a new one was begun; the damaged file lies untouched under this name. Empty
    //! otherwise.
    QString damagedKeptAs = {};
    //! The data key lies under a passphrase in a file of its own.
    bool underPassphrase = false;

    //! Whether nothing of this run stays when the program ends.
    [[nodiscard]] bool isForThisRunOnly() const { return mode != Mode::OnDisk; }
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
