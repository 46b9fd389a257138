// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! The way to the network. This computer itself is never reached through a proxy: http to it is not encrypted.
struct ProxyChoice {
    enum class Kind {
        System, //!< The proxy that the desktop is set up with.
        None,
        Manual, //!< An HTTP proxy at host and port.
    };
    Kind kind = Kind::System;
    QString host = {};
    quint16 port = 0;
    //! With Manual: whom the proxy lets through; empty where it asks nobody. The password is in the SecretStore.
    QString user = {};
    bool operator==(const ProxyChoice &) const = default;

    //! "proxy.example:3128", "[::1]:3128"; empty unless Manual.
    [[nodiscard]] QString place() const { return kind == Kind::Manual ? placeOf(host, port) : QString(); }
    [[nodiscard]] static QString placeOf(const QString &host, quint16 port)
    {
        return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
    }
};

} // namespace linterna
