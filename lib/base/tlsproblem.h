// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace linterna {

//! Why a TLS connection was refused: the structured part of an Error with ErrorCode::Tls. A plain value without
//! wording; what a person reads for it stands in ui/words/errortext.
struct TlsProblem {
    //! Ordered: where several are true the first of them is named (lib/tls/tlsfailure). First comes what no certificate
    //! that a person could add to a connection would cure, so that nobody is sent to add one in vain.
    enum class Kind {
        CertificateFile, //!< The connection's own file of trusted certificates could not be read.
        WeakProtocol,    //!< The server speaks nothing newer than TLS 1.1.
        Revoked,         //!< Whoever issued the certificate, or this computer, says that it counts no more.
        Expired,         //!< A certificate of the chain is past its end: `date`.
        NotYetValid,     //!< A certificate of the chain has not begun to be valid: `date`.
        WrongHost,       //!< Issued for others than the host asked: `names`.
        SelfSigned,      //!< Vouched for by nobody but itself: `names`.
        UnknownIssuer,   //!< Vouched for by somebody whom neither this computer nor the connection trusts: `names`.
        Other,           //!< Anything else: Error::detail says what.
    };
    Kind kind = Kind::Other;
    //! Expired: the end of validity; NotYetValid: its start. UTC. Empty for the other kinds.
    std::optional<QDateTime> date = {};
    //! Names as the certificate tells them, untrusted text. WrongHost: its DNS names and IP addresses, or its common
    //! name where it has none of them. UnknownIssuer: the issuer. SelfSigned: the subject. Empty for the other kinds
    //! and where the certificate tells no name.
    QStringList names = {};

    bool operator==(const TlsProblem &) const = default;
};

//! A stable, untranslated word for files and the database ("expired", "wrong-host", …).
[[nodiscard]] QString tlsProblemName(TlsProblem::Kind kind);
//! The kind of a stable word; Other when the word is not known, which is how a newer program's word is read.
[[nodiscard]] TlsProblem::Kind tlsProblemFromName(const QString &name);

} // namespace linterna
