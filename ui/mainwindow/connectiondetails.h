// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/connectionsession.h"
#include "common/textdialog.h"

namespace linterna {

//! What may be told of the connection in use: its servers, how long its access token is valid, what is left of the day,
//! and the last token request with its reply. Never the token itself, nor the secret.
[[nodiscard]] TextDialog::Content connectionDetails(ConnectionSession &session, const QDateTime &now);

} // namespace linterna
