// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/headless.h"
#include "app/singleinstance.h"
#include "lib/base/log.h"
#include "lib/platform/process.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>

using namespace linterna;
using namespace Qt::StringLiterals;

namespace {

//! Whether there is no display: Qt would abort, and a person deserves a sentence. (Platforms that need none are chosen
//! by name.)
bool displayIsMissing()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

//! Says in the terminal why the open window did nothing.
int tellAnswer(const CommandLine &line, StartAnswer answer)
{
    switch (answer) {
    case StartAnswer::OtherKind:
        return complain(ExitFailed,
                        line.practice
                            ? u"Linterna is open with this folder, and not for practice; nothing was looked up"_s
                            : u"Linterna is open with this folder for practice; nothing was looked up"_s);
    case StartAnswer::OtherConnection:
        return complain(ExitFailed,
                        u"Linterna is open with another connection than \"%1\"; choose it there first. Nothing "
                        "was looked up"_s.arg(line.connection));
    case StartAnswer::Done:
        break;
    }
    return ExitDone;
}

//! Says that the window that is open hangs. None is opened beside it.
int tellSilence(const CommandLine &line)
{
    complain(ExitFailed, u"Linterna is open already and does not answer; nothing was opened"_s);
    LanguageSwitcher languages;
    languages.setLanguage(line.language.isEmpty() ? Settings(DataPaths(line.dataDir).settings()).language()
                                                  : line.language);
    QMessageBox box(
        QMessageBox::NoIcon, QStringLiteral("Linterna"),
        QCoreApplication::translate("linterna::SingleInstance", "Linterna is open already and does not answer."),
        QMessageBox::Close);
    box.setInformativeText(QCoreApplication::translate(
        "linterna::SingleInstance",
        "Wait until its window answers again, or end it, and then start Linterna again. Nothing "
        "was opened or changed."));
    box.open();
    QApplication::exec();
    return ExitFailed;
}

//! What is wrong with the connection on the command line; empty where it exists or none was named. Checked before
//! anything is written.
QString connectionProblem(const CommandLine &line)
{
    if (line.connection.isEmpty())
        return {};
    ConnectionStore connections(DataPaths(line.dataDir).connections());
    if (!connections.load()) // the window says what is wrong with the file, and the way on
        return {};
    return connections.find(line.connection) ? QString() : unknownConnection(line.connection, connections);
}

int runWindow(int argc, char *argv[], const CommandLine &line)
{
    if (displayIsMissing()) {
        return complain(ExitBadArguments,
                        u"there is no display to open a window on: start it in a desktop session, over "
                        "\"ssh -X\", or under \"xvfb-run\""_s);
    }
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(u":/icons/linterna.svg"_s));
    QApplication::setDesktopFileName(u"linterna"_s);
    if (const QString wrong = connectionProblem(line); !wrong.isEmpty())
        return complain(ExitBadArguments, wrong);
    DataPaths(line.dataDir).make();
    SingleInstance instance(line.dataDir);
    const SingleInstance::Claim claim = instance.claim(line);
    if (claim == SingleInstance::Claim::HandedOver)
        return tellAnswer(line, instance.answer());
    if (claim == SingleInstance::Claim::Silent)
        return tellSilence(line);
    Application desk(line, instance.isOwner() ? RecordRole::Owner : RecordRole::Guest);
    if (const Result<Nothing> started = desk.start(); !started.ok())
        return complain(ExitBadArguments, started.error().detail);
    instance.serve([&desk](const StartRequest &request) { return desk.takeOver(request); });
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &instance, &SingleInstance::stopServing);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    startSafely();
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
