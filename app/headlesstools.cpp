// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlesstools.h"

#include "lib/platform/terminal.h"

#include <QFile>

#include <cstdio>

namespace linterna {

using namespace Qt::StringLiterals;

void say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
}

TerminalProgress::TerminalProgress() : m_seen(isErrorTerminal()) {}

TerminalProgress::~TerminalProgress()
{
    if (m_seen)
        std::fputs("\r\033[K", stderr);
}

void TerminalProgress::say(qint64 done, qint64 total) const
{
    say(u"%1 of %2"_s.arg(done).arg(total));
}

void TerminalProgress::say(const QString &soFar) const
{
    if (m_seen)
        std::fprintf(stderr, "\r%s", qUtf8Printable(soFar));
}

QByteArray readSecretLine(const QString &what)
{
    constexpr qint64 most = longestSecret + 2;
    QByteArray typed;
    if (isInputTerminal())
        typed = readUnseen(u"%1 (it is not shown): "_s.arg(what), most);
    else if (QFile input; input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        typed = input.readLine(most);
    if (typed.endsWith('\n'))
        typed.chop(1);
    if (typed.endsWith('\r'))
        typed.chop(1);
    return typed;
}

bool moreFollowsOnStandardInput()
{
    QFile input;
    if (isInputTerminal() || !input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
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
