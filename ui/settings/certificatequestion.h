// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/certificateprobe.h"

#include <QString>

#include <optional>
#include <vector>

namespace linterna {

//! What a dialog about certificates says, in the language shown.
struct CertificateQuestion {
    struct Note {
        bool warning = false;
        QString text;
    };
    QString heading = {};                       //!< A few words.
    QString lead = {};                          //!< What to do: one or more sentences.
    std::vector<Note> notes = {};               //!< What else must be known, each one line or a little more.
    QString technical = {};                     //!< Detail in English; mostly empty.
    std::optional<CertificateFacts> shown = {}; //!< The certificate that all this is about.
    bool canTrust = false;                      //!< Whether the person may trust `shown`.
    //! What is stored then.
    std::vector<CertificateFacts> stored = {};
};

//! Where the certificates came from.
enum class CertificateSource { Server, File };

//! While `place` (host and port) is being asked.
[[nodiscard]] CertificateQuestion waitingFor(const QString &place);
//! Nothing was seen.
[[nodiscard]] CertificateQuestion failedToSee(const Error &error, CertificateSource source, const QDateTime &now);
//! What was seen: asks about the certificate that can be trusted, or says why there is none and what to ask for.
//! `place`: host and port, or the name of the file. `alongside`: what the connection trusts so far.
[[nodiscard]] CertificateQuestion questionAbout(const ServerCertificates &seen, CertificateSource source,
                                                const QString &place, const QDateTime &now,
                                                const std::vector<CertificateFacts> &alongside = {});

//! "AB:CD:EF:01  23:45:67:89" in four lines: what two people can read to each other.
[[nodiscard]] QString fingerprintLines(const QString &sha256);
//! A name out of a certificate that may be long and without a space, so that it can be broken over lines.
[[nodiscard]] QString breakable(const QString &name);

} // namespace linterna
