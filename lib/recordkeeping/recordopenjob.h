// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordfile.h"
#include "lib/recordkeeping/recordstate.h"
#include "lib/secrets/secretstore.h"

namespace linterna {

//! A record that was opened, and with what.
struct OpenedRecord : RecordState {
    //! Empty where the run is kept in memory.
    Secret dataKey;
};

//! The SecretStore key under which the data key lies, as base64 text (a keychain may cut a secret at a NUL byte).
inline constexpr QLatin1StringView recordKeyName{"record/data-key"};

//! Whether what was stored under recordKeyName is a data key at all.
[[nodiscard]] bool isDataKey(const Secret &stored);

//! The file in which the data key of the record in `file` lies under a passphrase (lib/crypto/keyfile.h), where it does.
[[nodiscard]] QString recordKeyFile(const QString &file);

//! Opens the record with the data key of the SecretStore. A key is made only when the store is open, holds none and
//! there is no record yet, or one without a check in it; a record whose key is missing or locked is left untouched and
//! the run is kept in memory. Where recordKeyFile() exists the run is kept in memory too, and the store is not asked. A
//! store that forgets at the end of the run (SecretStore::isForThisRunOnly) gets no key made for a file: without a key
//! in it the run is kept in memory, and `why` is empty. An empty `file` asks for memory. Only the owner sets a damaged
//! record aside and begins a new one; for a guest it stays where it is. Always ends in a RecordState, whatever happens,
//! unless it is cancelled.
[[nodiscard]] JobOf<OpenedRecord> *openRecord(RecordFile &record, SecretStore &secrets, const QString &file,
                                              RecordRole role);
//! As openRecord(), with a data key that is known.
[[nodiscard]] JobOf<OpenedRecord> *openRecordWithKey(RecordFile &record, const QString &file, const Secret &dataKey,
                                                     RecordRole role);
//! Keeps the run in memory. `state` says why.
[[nodiscard]] JobOf<OpenedRecord> *keepRecordInMemory(RecordFile &record, const RecordState &state);

//! The data key of practice, where all data is invented: practice needs no keychain. In the form that is stored under
//! recordKeyName: write it into a MemorySecretStore before openRecord().
[[nodiscard]] Secret practiceDataKey();

} // namespace linterna
