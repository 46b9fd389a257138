// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace linterna {

//! The URL of a link in a status text, if it may be offered; else empty. Allowed: https only; host equal to or under
//! uscis.gov, usps.com, state.gov or dhs.gov, compared in its encoded (ASCII) form; no user information, no port but
//! 443 written or implied. Refused besides: relative URLs, a percent sign in the host, and white space, control
//! characters or backslashes anywhere but white space around the whole. The URL that comes back is the one to open and
//! to show (QUrl::FullyEncoded): encoded, so that look-alike characters are seen as punycode.
[[nodiscard]] std::optional<QUrl> allowedLink(const QString &href);

//! The host that a link names, in its encoded form ("xn--…"), to warn of a link that was refused. Empty where it names
//! none.
[[nodiscard]] QString linkHost(const QString &href);

} // namespace linterna
