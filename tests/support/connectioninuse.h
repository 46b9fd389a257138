// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/activeconnection.h"

namespace linterna::test {

//! An ActiveConnection with all that it refers to. Nothing is stored in its list of connections: a test uses those that
//! it makes.
struct ConnectionInUse {
    ConnectionInUse(SecretStore &lasting, RateLimiters &limiters, Clock &clock)
        : secrets(lasting),
          active(connections, secrets, limiters, clock, [this](const Connection &) { return m_network; })
    {}
    //! Uses this connection over this network, which lives on with it.
    void use(const Connection &connection, NetworkAccess network = systemNetwork)
    {
        m_network = std::move(network);
        active.use(connection);
    }

    ConnectionStore connections{QString()};
    LayeredSecretStore secrets;

private:
    NetworkAccess m_network;

public:
    ActiveConnection active;
};

} // namespace linterna::test
