// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "net/certificate.h"

#include <QNetworkProxy>

namespace linterna {

//! Looks at the certificates that a server presents, for a person who is to decide whether it is their own gateway.
//! It begins a handshake by the same rules as every connection (net/tlsfailure), takes the chain from it, whether it
//! would be trusted or not, and leaves: nothing is sent beyond the handshake.
class CertificateProbe : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds deadline{10'000};

    explicit CertificateProbe(Clock &clock, QObject *parent = nullptr);

    //! The chain as the server presents it, its own certificate first, at most `mostCertificates`. `host` is a name or
    //! an address; `proxy` is what lies between, by default nothing.
    //! Errors: Invalid (no host or port), Offline, Timeout, Tls where the handshake ended before there was a
    //! certificate, Cancelled.
    [[nodiscard]] JobOf<std::vector<CertificateFacts>> *ask(const QString &host, quint16 port,
                                                            const QNetworkProxy &proxy = QNetworkProxy::NoProxy);

private:
    Clock &m_clock;
};

} // namespace linterna
