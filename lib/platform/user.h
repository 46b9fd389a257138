// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! The login name as the environment has it: at once, and empty where the environment has none.
[[nodiscard]] QString loginName();
//! What the system calls the person at whose account this program runs: the full name in its database of users, or the
//! login name where that has none. Any text may stand there. May take long where the database is on another computer:
//! not to be called on the window's thread.
[[nodiscard]] QString systemUserName();

} // namespace linterna
