// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tls/certificate.h"

namespace linterna {

//! The certificate of a file that a person is asked to trust, with what is stored with it.
struct TrustChoice {
    CertificateFacts shown;
    //! `shown` first, then what is kept with it: the links between it and servers, or what a link hangs on.
    std::vector<CertificateFacts> stored;
    //! `shown` is no anchor but an intermediate certificate that servers ought to send and some do not: it proves
    //! nothing by itself, but fills the gap between the server's certificate and an authority that is trusted already.
    bool isLink = false;
};

//! The first trust anchor with the links that were signed under it; else the first link that hangs on an authority
//! which this computer trusts, or which is in `alongside` (the file that the connection has so far). Empty where
//! nothing of it would help. Pinned in tests/server/test_missinglink.cpp by real handshakes.
[[nodiscard]] std::optional<TrustChoice> trustChoiceIn(const std::vector<CertificateFacts> &certificates,
                                                       const std::vector<CertificateFacts> &alongside = {});

//! Writes several certificates into one file of `folder`, named by their hash, as storeCertificate() does with one.
[[nodiscard]] Result<QString> storeCertificates(const std::vector<CertificateFacts> &certificates,
                                                const QString &folder);

//! The URL at which the certificate says that its issuer's certificate can be had (RFC 5280 §4.2.2.1); empty where it
//! does not. Untrusted.
[[nodiscard]] QString placeOfIssuer(const CertificateFacts &certificate);

} // namespace linterna
