// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <functional>
#include <memory>

namespace linterna {

//! Makes the QNetworkAccessManager of one request.
//!
//! Qt keeps the connections of a manager and tells the replies on one apart by their order alone: an interim reply
//! (102, 103), which Qt 6.4 takes for the last one, bytes too many, or a second reply would be read as the reply to the
//! next request, and a 404 names no receipt number by which that could be found out. So each request has a manager of
//! its own, and whatever a server sends over a connection can only reach the request that went out over it.
//!
//! The one exception is a request whose reply says by itself what it answers (ConnectionUse): it may take over the
//! manager of a request that has ended, with its connection, as each is used by one request at a time. A case status
//! names its receipt number. All else that comes over such a connection, a 404 among it, counts for nothing: the
//! connection is closed, and the request sent again over one of its own.
using NetworkAccess = std::function<std::unique_ptr<QNetworkAccessManager>()>;

//! A manager for the computer's real network.
[[nodiscard]] inline std::unique_ptr<QNetworkAccessManager> systemNetwork()
{
    return std::make_unique<QNetworkAccessManager>();
}

} // namespace linterna
