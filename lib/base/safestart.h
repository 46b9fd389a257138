// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linterna {

//! What main() does before anything else. Standard input, output and error that were closed are opened on nothing: the
//! next file that is opened would get their number, and messages would be written into it. And the process leaves no
//! memory image behind when it crashes, which would hold cases and keys.
void startSafely();

} // namespace linterna
