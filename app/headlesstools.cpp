// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlesstools.h"

#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

//! While it lives, a terminal does not show what is typed. Asks for the secret where standard input is a terminal.
class HiddenInput
{
public:
    explicit HiddenInput(const QString &what)
    {
        m_hidden = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_hidden)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent); // before the question: what is typed after it must not be flushed
        std::fprintf(stderr, "%s (it is not shown): ", qUtf8Printable(what));
    }
    ~HiddenInput()
    {
        if (!m_hidden)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
    termios m_before = {};
    bool m_hidden = false;
};

} // namespace

void say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
}

TerminalProgress::TerminalProgress() : m_seen(isatty(STDERR_FILENO)) {}

TerminalProgress::~TerminalProgress()
{
    if (m_seen)
        std::fputs("\r\033[K", stderr);
}

void TerminalProgress::say(qint64 done, qint64 total) const
{
    if (m_seen)
        std::fprintf(stderr, "\r%lld of %lld", static_cast<long long>(done), static_cast<long long>(total));
}

QByteArray readSecretLine(const QString &what)
{
    const HiddenInput hidden(what);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray typed = input.readLine(longestSecret + 2);
    if (typed.endsWith('\n'))
        typed.chop(1);
    if (typed.endsWith('\r'))
        typed.chop(1);
    return typed;
}

bool moreFollowsOnStandardInput()
{
    QFile input;
    if (isatty(STDIN_FILENO) || !input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QByteArray rest = input.read(longestSecret);
    const bool more = !QByteArrayView(rest).trimmed().isEmpty();
    wipe(rest);
    return more;
}

QString keychainTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainAbsent:
        return u"there is no keyring service in this session, so nothing was stored"_s;
    case ErrorCode::KeychainLocked:
        return u"the keyring is locked; unlock it and try again"_s;
    case ErrorCode::KeychainDenied:
        return u"the keyring refused; nothing was stored"_s;
    default:
        return u"the keyring failed (%1)"_s.arg(error.detail);
    }
}

} // namespace linterna
