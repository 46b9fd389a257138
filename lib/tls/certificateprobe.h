// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/base/tlsproblem.h"
#include "lib/tls/certificate.h"

#include <QNetworkProxy>

namespace linterna {

//! What a server presented.
struct ServerCertificates {
    //! In the server's order, its own certificate first, at most `mostCertificates`.
    std::vector<CertificateFacts> chain;
    //! Why this computer refuses the server; empty where it trusts it already. Trusting a certificate cures SelfSigned
    //! and UnknownIssuer alone.
    std::optional<TlsProblem> refused = {};

    bool operator==(const ServerCertificates &) const = default;
};

//! Looks at the certificates that a server presents, for a person who is to decide whether it is their own gateway.
//! Begins a handshake by the same rules as every connection (lib/tls/tlsfailure), takes the chain from it, whether it would
//! be trusted or not, and hangs up: nothing is sent beyond the handshake.
class CertificateProbe : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds deadline{10'000};

    explicit CertificateProbe(Clock &clock, QObject *parent = nullptr);

    //! `host` is a name or an address; `proxy` is what lies between, by default nothing.
    //! Errors: Invalid (no host or port), Offline, Timeout, Tls where the handshake ended before there was a
    //! certificate, Cancelled.
    [[nodiscard]] JobOf<ServerCertificates> *ask(const QString &host, quint16 port,
                                                 const QNetworkProxy &proxy = QNetworkProxy::NoProxy);

private:
    Clock &m_clock;
};

} // namespace linterna
