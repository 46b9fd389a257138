// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/terminal.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <windows.h>

namespace linterna {

bool isInputTerminal()
{
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode) != 0;
}

bool isErrorTerminal()
{
    DWORD mode = 0;
    const HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    return GetConsoleMode(error, &mode) && SetConsoleMode(error, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

QByteArray readUnseen(const QString &question, qint64 most)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    if (!GetConsoleMode(input, &before))
        return {};
    SetConsoleMode(input, (before | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT) & ~DWORD(ENABLE_ECHO_INPUT));
    FlushConsoleInputBuffer(input); // before the question, as on POSIX
    std::fputs(qUtf8Printable(question), stderr);
    std::vector<wchar_t> typed(std::size_t(std::max<qint64>(most, 0)));
    DWORD count = 0;
    (void)ReadConsoleW(input, typed.data(), DWORD(typed.size()), &count, nullptr);
    SetConsoleMode(input, before);
    std::fputc('\n', stderr);
    QByteArray line = QStringView(typed.data(), qsizetype(count)).toUtf8();
    SecureZeroMemory(typed.data(), typed.size() * sizeof(wchar_t));
    return line;
}

} // namespace linterna
