// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linterna {

//! To be called by main() before anything else. Opens closed standard input, output and error on /dev/null: the next
//! file that is opened would get their number, and messages would be written into it. Also makes the process leave no
//! memory image when it crashes, which would hold cases and keys.
void startSafely();

} // namespace linterna
