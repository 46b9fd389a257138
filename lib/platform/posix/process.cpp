// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/process.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cerrno>
#include <initializer_list>

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

namespace linterna {

namespace {

//! A signal handler may do next to nothing: it writes into this pipe, and the event loop reads.
int signalPipe[2] = {-1, -1};

void noteSignal(int)
{
    const int before = errno;
    (void)!::write(signalPipe[1], "", 1);
    errno = before;
}

} // namespace

void startSafely()
{
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(number, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDWR); // which takes the lowest number that is free
    }
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
}

void quitOnSignals(QCoreApplication &application)
{
    if (::pipe(signalPipe) != 0)
        return;
    for (const int end : signalPipe) {
        (void)fcntl(end, F_SETFD, FD_CLOEXEC);
        (void)fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT})
        (void)sigaction(number, &action, nullptr);
}

void surviveBrokenPipes()
{
    (void)::signal(SIGPIPE, SIG_IGN);
}

} // namespace linterna
