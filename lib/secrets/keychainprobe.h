// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/secrets/keychainrules.h"

namespace linterna {

//! Whether there is a session bus to look for a keyring on. Looks at the environment alone: a D-Bus library that is
//! asked without an address would start a bus of its own, and wait for it. True on systems that need no bus.
[[nodiscard]] bool mayReachKeyring();

//! Asks the keyring service about itself and about the entry of `service` and `key`, without waiting: each question has
//! a few seconds. (Secret Service API 0.2: ReadAlias, the collection's Locked, SearchItems.) Never an error of its own.
[[nodiscard]] JobOf<KeyringState> *askKeyring(const QString &service, const QString &key, QObject *parent);

} // namespace linterna
