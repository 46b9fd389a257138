// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionstore.h"

namespace linterna {

//! A connection from a file, as this desk would store it.
struct ConnectionImport {
    //! The connection to store. Where the file names no client ID, that of the connection of the same name stays, if
    //! both talk to the same servers.
    Connection connection;
    //! The stored connection whose place it takes; empty where there is none of that name.
    std::optional<Connection> replaced;
    [[nodiscard]] bool changesNothing() const { return replaced == connection; }
};

//! The name of another connection that a person could take `name` for; empty where there is none.
[[nodiscard]] std::optional<QString> lookalikeOf(const QString &name, const ConnectionStore &connections);

//! Reads a connection file for this desk; nothing is stored. Errors: those of readConnectionFile(), and Invalid for a
//! name that looks like that of another connection.
[[nodiscard]] Result<ConnectionImport> readImport(const QByteArray &json, const ConnectionStore &connections);

} // namespace linterna
