// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionimport.h"

#include "connections/connectionfile.h"

namespace linterna {

Result<ConnectionImport> readImport(const QByteArray &json, const ConnectionStore &connections)
{
    const Result<Connection> read = readConnectionFile(json);
    if (!read)
        return read.error();
    ConnectionImport found{.connection = *read, .replaced = connections.find(read->name)};
    if (found.replaced && found.connection.clientId.isEmpty() && talkToSameServers(*found.replaced, found.connection))
        found.connection.clientId = found.replaced->clientId;
    return found;
}

} // namespace linterna
