// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionkinds.h"

#include <QString>

namespace linterna {

//! Texts at one field of a connection, in the language shown.
struct FieldWords {
    QString label;
    QString help;
    //! An example, shown while the entry is empty.
    QString example;
    //! What is allowed; shown where something else was entered.
    QString allowed;
};

//! `field`: a name of connectionfields.h, or "host" or "gateway" (connectiondraft.h).
[[nodiscard]] FieldWords wordsOfField(QLatin1StringView field, ConnectionKind kind);

[[nodiscard]] QString kindName(ConnectionKind kind);
//! Name of a way in which client ID and secret are sent.
[[nodiscard]] QString authenticationName(ClientAuthentication authentication);

} // namespace linterna
