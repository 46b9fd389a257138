// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/filelock.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linterna {

namespace {

int openLockFile(const QByteArray &name)
{
    constexpr int flags = O_CLOEXEC | O_NOFOLLOW;
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | flags, 0600);
    // A file that may not be written can be locked all the same.
    return descriptor >= 0 || errno != EACCES ? descriptor : ::open(name.constData(), O_RDONLY | flags);
}

//! Whether the open file is still the one of that name: whoever held the lock before may have taken it away.
bool isStillThere(int descriptor, const QByteArray &name)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(name.constData(), &named) == 0 && opened.st_ino == named.st_ino
        && opened.st_dev == named.st_dev;
}

} // namespace

FileLock::FileLock(const QString &file, Leave leave) : m_file(file), m_leave(leave) {}

FileLock::~FileLock()
{
    unlock();
}

FileLock::Outcome FileLock::impossible()
{
    m_reason = QString::fromLocal8Bit(::strerror(errno));
    close();
    return Outcome::Impossible;
}

void FileLock::close()
{
    if (m_opened != none)
        ::close(int(m_opened));
    m_opened = none;
}

FileLock::Outcome FileLock::tryLock()
{
    const QByteArray name = QFile::encodeName(m_file);
    while (!m_held) {
        const int descriptor = openLockFile(name);
        m_opened = descriptor;
        if (descriptor < 0)
            return impossible();
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK)
                return impossible();
            close();
            return Outcome::HeldByOther;
        }
        m_held = isStillThere(descriptor, name);
        if (!m_held)
            close();
    }
    return Outcome::Held;
}

void FileLock::unlock()
{
    if (m_held && m_leave == Leave::Nothing)
        QFile::remove(m_file); // while it is held: nobody else's is taken away
    m_held = false;
    close();
}

} // namespace linterna
