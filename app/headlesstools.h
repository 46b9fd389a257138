// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/base/secret.h"

#include <QCoreApplication>

namespace linterna {

constexpr qint64 longestSecret = 4096;

//! Lets the event loop run until `job` has ended.
template<class T>
Result<T> resultOf(JobOf<T> *job)
{
    Result<T> result = Error{.code = ErrorCode::Cancelled};
    job->onFinished(qApp, [&result](const Result<T> &ended) {
        result = ended;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return result;
}

//! Writes one line on standard output.
void say(const QString &text);
//! While it lives, shows on standard error how far something has come, where that is a terminal.
class TerminalProgress
{
public:
    TerminalProgress();
    ~TerminalProgress();
    Q_DISABLE_COPY_MOVE(TerminalProgress)
    void say(qint64 done, qint64 total) const;
    void say(const QString &soFar) const;

private:
    bool m_seen;
};

//! Reads one line from standard input, without its end (a line feed, and a carriage return before it). At a terminal
//! the person is asked for it, and what is typed is not shown.
[[nodiscard]] QByteArray readSecretLine(const QString &what);
//! Whether anything but the ends of lines follows the line that readSecretLine() read. Not looked at on a terminal,
//! where a line is all.
[[nodiscard]] bool moreFollowsOnStandardInput();
//! What went wrong with the keyring, for one line of a terminal.
[[nodiscard]] QString keychainTrouble(const Error &error);

} // namespace linterna
