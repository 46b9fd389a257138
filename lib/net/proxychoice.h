// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! The way to the network. This computer itself is never asked for through a proxy: http to it is not encrypted.
struct ProxyChoice {
    enum class Kind {
        System, //!< As the desktop is set up.
        None,
        Manual, //!< An HTTP proxy at host and port.
    };
    Kind kind = Kind::System;
    QString host = {};
    quint16 port = 0;
    bool operator==(const ProxyChoice &) const = default;
};

} // namespace linterna
