// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "app/singleinstance.h"
#include "ui/mainwindow/mainwindow.h"

namespace linterna {

//! A run with a window: the session, and the window on it.
class Application : public QObject
{
    Q_OBJECT
public:
    //! `role`: of this program on the record in the folder. Sets damaged files in it aside.
    Application(const CommandLine &line, RecordRole role);

    //! Starts the practice server where this is practice, shows the window, and begins to open the record. Error Invalid
    //! (an address that is taken): nothing was shown.
    [[nodiscard]] Result<Nothing> start();
    //! Called when somebody has started the program again: brings the window to the front, and looks up what was asked
    //! for.
    [[nodiscard]] StartAnswer takeOver(const StartRequest &request);

private:
    void beginWork();

    Session m_session;
    const FileTroubles m_fileTroubles;
    //! Receipt numbers to be looked up when work begins.
    std::vector<ReceiptNumber> m_wanted;
    MainWindow m_window;
};

} // namespace linterna
