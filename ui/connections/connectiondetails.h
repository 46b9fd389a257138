// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectionsession.h"
#include "ui/widgets/textdialog.h"

namespace linterna {

//! Details of the connection in use, to show and to copy: its servers, how long its access token is valid, requests
//! left today, and the last token request with its reply. Never holds the token or the client secret.
[[nodiscard]] TextDialog::Content connectionDetails(ConnectionSession &session, const QDateTime &now);

} // namespace linterna
