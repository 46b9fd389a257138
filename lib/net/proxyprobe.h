// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"

#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace linterna {

//! What an HTTP proxy wants before it opens a way to a server.
struct ProxyDemand {
    enum class Method {
        None, //!< The proxy asks for nothing: it opened the way.
        Basic,
        Digest,
        Unknown, //!< No password can be used.
    };
    Method method = Method::None;
    //! A Kerberos ticket of the person's session would do too; Qt looks for one by itself.
    bool negotiates = false;
    //! Names of all sign-in methods that the proxy offers; untrusted, but in one line each.
    QStringList schemes = {};
};

//! Host and port of the server as a proxy is asked for them: "gateway.example:443".
[[nodiscard]] QString proxyTargetOf(const QUrl &url);

//! The demand in the Proxy-Authenticate fields of a 407: of those that Qt 6.4 would choose from, the one that it would
//! choose. It reads the first scheme of each field alone, and of Digest knows MD5. NTLM, which it prefers to Basic, is
//! not left to it: it sends a refused password again without end (8,497 times in three seconds, measured), and asks a
//! proxy that does not answer in kind as tirelessly. So a proxy that offers NTLM can only be used where it takes
//! Digest.
[[nodiscard]] ProxyDemand proxyDemandOf(const QList<QByteArray> &fields);

constexpr std::chrono::seconds ProxyProbeLimit{10};

//! Asks the proxy for a way to the server of `url`, without name and password, looks at the head of its answer, and
//! hangs up. Ends within ProxyProbeLimit. Errors: ProxyUnreachable, ProxyClosed, ProxySilent, ProxyDenied, ProxyFailed,
//! with the proxy's place in front of `detail`.
[[nodiscard]] JobOf<ProxyDemand> *askProxy(const QNetworkProxy &proxy, const QUrl &url, Clock &clock, QObject *parent);

} // namespace linterna
