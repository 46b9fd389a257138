// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace linterna {

//! A place that secrets and receipt numbers may be sent to: https, or http to this computer itself (127.0.0.0/8, ::1,
//! localhost), with a host, and without user info or fragment. The host of a URL that was parsed is the one that would
//! be connected to; how it looked when it was typed is not this rule's concern.
[[nodiscard]] bool isAllowedServiceUrl(const QUrl &url);

//! Whether the host is this computer itself.
[[nodiscard]] bool isThisComputer(const QUrl &url);

} // namespace linterna
