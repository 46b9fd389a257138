// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace linterna {

//! What every TLS connection of the program must fulfil: TLS 1.2 or newer, a chain up to an authority that the system
//! trusts or that stands in `caFile` (PEM; empty for the system's alone), and the name asked for. There is no way to
//! ask for less.
//! Errors: Tls with TlsProblem::Kind::CertificateFile where no certificate could be read from `caFile`.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const QString &caFile);

//! The Error for a handshake that was refused. `refused`: what the checks of the certificate found, empty where the
//! handshake did not get that far. `errorText`: the error text of the reply or socket; its wording is not looked at and
//! not repeated (Qt translates it), only what OpenSSL said, which begins with a number of fixed meaning.
//!
//! Where several checks failed, the kind that stands first in TlsProblem::Kind is named. Of several dates it is the one
//! that counts: the earliest end, the latest start. Error::detail has all checks that failed.
//!
//! `trusted`: the authorities that the connection was to trust. Qt leaves out those that have expired, and then tells
//! of an unknown issuer what is Expired in truth. `now` is needed for these alone.
[[nodiscard]] Error tlsFailure(const QList<QSslError> &refused, const QString &errorText,
                               const QList<QSslCertificate> &trusted = {}, const QDateTime &now = {});

//! The names that a certificate was issued for: its DNS names in the certificate's order, then its IP addresses. At
//! most 20, each in one line and free of characters that would reorder or hide text.
[[nodiscard]] QStringList alternativeNames(const QSslCertificate &certificate);

} // namespace linterna
