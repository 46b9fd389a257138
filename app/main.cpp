// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"
#include "base/log.h"
#include "desk.h"
#include "headless.h"

#include <QApplication>
#include <QIcon>

using namespace linterna;
using namespace Qt::StringLiterals;

namespace {

//! Qt would abort without a display; a person deserves a sentence. (Platforms that need none are chosen by name.)
bool displayIsMissing()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

int runWindow(int argc, char *argv[], const CommandLine &line)
{
    if (displayIsMissing()) {
        return complain(ExitBadArguments, u"there is no display to open a window on: start it in a desktop session, over "
                                          "\"ssh -X\", or under \"xvfb-run\""_s);
    }
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(u":/icons/linterna.svg"_s));
    QApplication::setDesktopFileName(u"linterna"_s);
    Desk desk(line);
    if (const Result<Nothing> started = desk.start(); !started.ok())
        return complain(ExitBadArguments, started.error().detail);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    keepFreedMemory();
    installRedactingMessageHandler();
    QCoreApplication::setApplicationName(u"linterna"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LINTERNA_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const Result<CommandLine> line = readCommandLine(arguments);
    if (!line.ok())
        return complain(ExitBadArguments, line.error().detail + u" (\"linterna --help\" lists what there is)"_s);
    if (line->action == CommandLine::Action::ShowWindow)
        return runWindow(argc, argv, *line);
    const QCoreApplication application(argc, argv);
    return runHeadless(*line);
}
