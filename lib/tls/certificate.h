// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <QSslCertificate>

#include <optional>
#include <vector>

namespace linterna {

//! What a person is shown of a certificate before it is trusted. All names are what the certificate tells about itself:
//! untrusted, but in one line each and free of characters that would reorder or hide text.
struct CertificateFacts {
    QString subject; //!< Common name, or the organization where there is none.
    QString issuer;  //!< Common name, or the organization, of who signed it.
    QString sha256;  //!< Hash of the DER form, "AB:CD:…" (32 pairs): what openssl and browsers show for comparing.
    QDateTime validFrom; //!< UTC.
    QDateTime validTo;   //!< UTC.
    QStringList names;   //!< DNS names, then IP addresses that it was issued for. At most 20.
    //! Vouched for by itself alone.
    bool isSelfSigned = false;
    //! Says that it may sign others. Empty where it does not say: certificates of version 1 cannot.
    std::optional<bool> isCertificateAuthority;
    //! The certificate, and nothing else that the file may have held.
    QByteArray pem;

    bool operator==(const CertificateFacts &) const = default;
};

//! How large a file of certificates may be, in bytes, and how many it may hold.
inline constexpr qint64 largestCertificateFile = qint64{64} * 1024;
inline constexpr qsizetype mostCertificates = 10;

[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &certificate);

//! The certificates in the bytes of a file, in its order: PEM (text between the blocks is passed over) or DER.
//! Errors: Invalid for anything else, with what is wrong, in which line, and what to do. A private key is refused
//! whatever stands beside it; nothing of what the file holds is repeated.
[[nodiscard]] Result<std::vector<CertificateFacts>> readCertificates(const QByteArray &bytes);
//! readCertificates() for a file; Invalid too where it cannot be read, with the system's reason.
[[nodiscard]] Result<std::vector<CertificateFacts>> readCertificateFile(const QString &path);

//! Whether adding this certificate to a connection (HttpRequest::caFile) can make a handshake succeed. Measured with Qt
//! 6.4 and OpenSSL 3.0, and pinned in tests/server/test_trustanchor.cpp:
//!
//! | added | the server presents | succeeds |
//! |---|---|---|
//! | a server's self-signed certificate, authority or not | the same | yes |
//! | a self-signed authority | one that it signed, or a chain up to it | yes |
//! | an intermediate authority | one that it signed, with or without the intermediate | no |
//! | a server's certificate that somebody else signed | the same | no |
//! | an authority of the same name whose key somebody else signed (a key roll-over) | one that it signed | no |
//! | a self-signed certificate for other purposes than servers (extended key usage) | the same | no |
//!
//! So: self-signed, and not meant for other purposes than servers. Dates and names are not looked at: they are checked
//! in each handshake, however a certificate came to be trusted.
[[nodiscard]] bool canBeTrustAnchor(const CertificateFacts &certificate);
//! Position of the first certificate in a chain or file that can be a trust anchor; empty where none can.
[[nodiscard]] std::optional<std::size_t> trustAnchorIn(const std::vector<CertificateFacts> &certificates);

//! Writes the certificate to `folder`/SHA-256.pem (lower-case hexadecimal), and makes the folder where it is missing.
//! Gives the absolute path. A file of that name is replaced: it can only hold the same certificate.
//! Errors: Invalid where `pem` is not the certificate of `sha256`; Storage.
[[nodiscard]] Result<QString> storeCertificate(const CertificateFacts &certificate, const QString &folder);

} // namespace linterna
