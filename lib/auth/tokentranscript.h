// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/httptranscript.h"
#include "lib/net/cleanreply.h"

namespace linterna {

//! Makes the transcript of a token request one that may be kept: without token and secret. What is no JSON object with
//! a success status may hold a token anywhere, and its body is left out whole.
void cleanTokenTranscript(HttpTranscript &transcript, const CleanReply &reply, const SecretMask &mask);

} // namespace linterna
