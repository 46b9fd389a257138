// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionimport.h"

#include "lib/connections/connectionfile.h"
#include "lib/text/lookalike.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<QString> lookalikeOf(const QString &name, const ConnectionStore &connections)
{
    if (connections.find(name))
        return {};
    for (const Connection &each : connections.all()) {
        if (looksAlike(each.name, name))
            return each.name;
    }
    return {};
}

Result<ConnectionImport> readImport(const QByteArray &json, const ConnectionStore &connections)
{
    const Result<Connection> read = readConnectionFile(json);
    if (!read)
        return read.error();
    if (const auto like = lookalikeOf(read->name, connections))
        return Error{.code = ErrorCode::Invalid,
                     .detail =
                         u"\"$.name\" looks like \"%1\", which is here already; allowed: the same name to replace "
                         "it, or quite another"_s.arg(*like)};
    ConnectionImport found{.connection = *read, .replaced = connections.find(read->name)};
    if (found.replaced && found.connection.clientId.isEmpty() && talkToSameServers(*found.replaced, found.connection))
        found.connection.clientId = found.replaced->clientId;
    return found;
}

} // namespace linterna
