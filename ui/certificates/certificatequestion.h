// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tls/certificateprobe.h"

#include <QString>

#include <optional>
#include <vector>

namespace linterna {

//! Texts and state of a dialog about certificates, in the language shown.
struct CertificateQuestion {
    struct Note {
        bool warning = false;
        QString text;
    };
    QString heading = {};                       //!< A few words.
    QString lead = {};                          //!< What to do: one or more sentences.
    std::vector<Note> notes = {};               //!< Notes about the certificate, each of one line or a little more.
    QString technical = {};                     //!< Detail in English; mostly empty.
    std::optional<CertificateFacts> shown = {}; //!< The certificate that the texts are about.
    bool canTrust = false;                      //!< Whether the person may trust `shown`.
    //! The certificates that are stored if the person trusts `shown`.
    std::vector<CertificateFacts> stored = {};
};

//! Where the certificates came from.
enum class CertificateSource { Server, File };

//! Texts while the server at `place` (host and port) is being asked.
[[nodiscard]] CertificateQuestion waitingFor(const QString &place);
//! Texts where no certificate could be got, because of `error`.
[[nodiscard]] CertificateQuestion failedToSee(const Error &error, CertificateSource source, const QDateTime &now);
//! Texts about certificates: ask about the one that can be trusted, or say why none can be and what to ask the
//! administrator for. `place`: host and port, or the name of the file. `alongside`: certificates that the connection
//! trusts so far.
[[nodiscard]] CertificateQuestion questionAbout(const ServerCertificates &seen, CertificateSource source,
                                                const QString &place, const QDateTime &now,
                                                const std::vector<CertificateFacts> &alongside = {});

//! A fingerprint in four lines of groups, "AB:CD:EF:01  23:45:67:89", for two people to read to each other.
[[nodiscard]] QString fingerprintLines(const QString &sha256);
//! A name from a certificate with places where lines can break, because it may be long and without spaces.
[[nodiscard]] QString breakable(const QString &name);

} // namespace linterna
