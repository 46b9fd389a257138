// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionkeeper.h"

#include <QDateTime>
#include <QString>

namespace linterna {

//! Where the client secret is, beside the field for it.
[[nodiscard]] QString secretPlaceText(const Result<SecretPlace> &place, const QDateTime &now);

//! What saving this connection without a new secret does, where its addresses lead to other servers than before.
[[nodiscard]] QString otherServersText(const QString &name);

//! Why a connection was not saved. `stored`: it was all the same, as far as its secret. `earlierSecretLeft`: one for other
//! servers would have had to go first.
[[nodiscard]] QString notSavedText(const Error &error, bool stored, bool earlierSecretLeft, const QDateTime &now);

//! The connection is saved, its secret is not.
[[nodiscard]] QString secretNotStoredText(const Error &error, const QDateTime &now);
[[nodiscard]] QString proxyPasswordNotStoredText(const Error &error, const QDateTime &now);

//! What became of a connection that was removed (of one that is built in: reset) and of its client secret, and what there
//! is left to do.
[[nodiscard]] QString removalText(const QString &name, const RemovedConnection &removed, const QDateTime &now);

} // namespace linterna
