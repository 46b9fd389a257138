// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace linterna {

enum ExitCode { ExitDone = 0, ExitFailed = 1, ExitBadArguments = 2 };

//! Writes one line on standard error, and gives `exitCode` back.
int complain(int exitCode, const QString &text);

//! Does what needs no window and gives the exit code: 0 done, 1 it could not be done (keychain, disk), 2 a name or file
//! was wrong and nothing has changed. Needs a QCoreApplication.
[[nodiscard]] int runHeadless(const CommandLine &line);

} // namespace linterna
