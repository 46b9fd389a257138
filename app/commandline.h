// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/domain/receiptnumber.h"

#include <QStringList>

namespace linterna {

//! What the person asked for on the command line.
struct CommandLine {
    enum class Action {
        ShowWindow,
        ShowHelp,
        ShowVersion,
        ImportConnection,
        SetSecret,
        SetProxyPassword,
        ExportHistory,
        ImportHistory,
        Backup,
        Restore
    };
    Action action = Action::ShowWindow;
    //! The connection's name of SetSecret and SetProxyPassword, the file of all others.
    QString argument;

    bool practice = false;
    //! The folder in which everything is kept. Never empty: practice has a folder of its own unless --data-dir names
    //! one.
    QString dataDir;
    //! Name of the connection to use; empty: the one in the settings.
    QString connection;
    //! Options of ExportHistory. `cases`: a line for each case.
    bool cases = false;
    bool masked = false;
    bool complete = false;
    //! Option of Restore: a record that is there is replaced, and kept beside the new one.
    bool replace = false;
    //! "en", "es", or empty for the language in the settings.
    QString language;
    std::vector<ReceiptNumber> receipts;
};

//! Reads the arguments (the program's name first). Touches nothing but to see whether --data-dir is a folder.
//! Error Invalid: one line that says what is wrong and what is allowed.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

//! Whether an export of this name is written as JSON Lines.
[[nodiscard]] bool isJsonLinesName(const QString &name);

//! The text of --help.
[[nodiscard]] QString commandLineHelp();

} // namespace linterna
