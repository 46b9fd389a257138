// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionkeeper.h"

#include <QString>

namespace linterna {

//! Text beside the entry for the client secret: where that is stored.
[[nodiscard]] QString secretPlaceText(const Result<SecretPlace> &place);

//! What saving does without a new secret where the connection's addresses have changed to other servers: the stored
//! secret is removed.
[[nodiscard]] QString otherServersText(const QString &name);

//! Why saving a connection failed. `stored`: the connection itself was saved, without its secret. `earlierSecretLeft`:
//! nothing was saved because the stored secret, given for other servers, could not be removed first.
[[nodiscard]] QString notSavedText(const Error &error, bool stored, bool earlierSecretLeft);

//! Says that the connection is saved but its client secret (or the password for its proxy) is not, and why.
[[nodiscard]] QString secretNotStoredText(const Error &error);
[[nodiscard]] QString proxyPasswordNotStoredText(const Error &error);

//! What was removed of a connection (a built-in one is reset) and of its client secret, and what the person has to do
//! if the secret is left.
[[nodiscard]] QString removalText(const QString &name, const RemovedConnection &removed);

} // namespace linterna
