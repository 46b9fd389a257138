// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionkinds.h"

#include <QString>

namespace linterna {

//! What a person reads at one field of a connection, in the language shown.
struct FieldWords {
    QString label;
    QString help;
    //! An example, shown while the entry is empty.
    QString example;
    //! What is allowed, said where something else was entered.
    QString allowed;
};

//! `field`: a name of connectionfields.h, or "host" or "gateway" (connectiondraft.h).
[[nodiscard]] FieldWords wordsOfField(QLatin1StringView field, ConnectionKind kind);

[[nodiscard]] QString kindName(ConnectionKind kind);
//! How client ID and secret travel.
[[nodiscard]] QString authenticationName(ClientAuthentication authentication);

} // namespace linterna
