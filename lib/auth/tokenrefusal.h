// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/net/errorparser.h"
#include "lib/net/httpmessage.h"

namespace linterna {

//! Whether a token endpoint refused how the credentials, or the request, were sent, and not which credentials they are.
//! RFC 6749 §5.2 has one word for both, invalid_client: what tells them apart is what the server says of it, the
//! statuses that speak of the request's form (404, 405, 406, 415, 422), and a 401 that asks for HTTP Basic where they
//! were in the body. A Basic challenge that repeats the error (Authlib sends it with every refusal) tells nothing.
[[nodiscard]] bool refusesHowItWasSent(const HttpReply &reply, const ErrorBody &said, ClientAuthentication sentAs);

} // namespace linterna
