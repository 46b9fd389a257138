// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/terminal.h"

#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace linterna {

bool isInputTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

bool isErrorTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

QByteArray readUnseen(const QString &question, qint64 most)
{
    termios before = {};
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return {};
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent); // before the question: what is typed after it must not be flushed
    std::fputs(qUtf8Printable(question), stderr);
    QByteArray typed;
    if (QFile input; input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        typed = input.readLine(most);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputc('\n', stderr);
    return typed;
}

} // namespace linterna
