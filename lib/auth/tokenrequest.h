// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/net/httpclient.h"

namespace linterna {

//! The client-credentials request (RFC 6749 §4.4) for a connection: client ID and secret go where the connection's
//! clientAuthentication says. grant_type is always in the urlencoded body (USCIS refuses the request otherwise).
[[nodiscard]] HttpRequest tokenRequest(const Connection &connection, const Secret &clientSecret);

} // namespace linterna
