// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/process.h"

#include <QCoreApplication>

#include <cstdio>

#include <windows.h>

namespace linterna {

namespace {

//! Called on a thread of the system's own.
BOOL WINAPI quitFromConsole(DWORD event)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    // Where the console closes or the session ends, Windows ends the process as soon as this handler returns.
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        Sleep(INFINITE);
    return TRUE;
}

void openOnNothing(FILE *stream, const char *mode)
{
    if (_fileno(stream) < 0)
        (void)std::freopen("NUL", mode, stream);
}

} // namespace

void startSafely()
{
    openOnNothing(stdin, "r");
    openOnNothing(stdout, "w");
    openOnNothing(stderr, "w");
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); // the system's reports of crashes hold memory
}

void quitOnSignals(QCoreApplication &)
{
    (void)SetConsoleCtrlHandler(quitFromConsole, TRUE);
}

void surviveBrokenPipes() {} // there is no such signal

} // namespace linterna
