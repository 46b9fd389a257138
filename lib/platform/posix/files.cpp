// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Whether this path leads to that open file, and the file is ours alone.
bool isOurs(const QByteArray &path, int file)
{
    struct stat there = {};
    struct stat open = {};
    return lstat(path.constData(), &there) == 0 && fstat(file, &open) == 0 && S_ISREG(there.st_mode)
        && there.st_uid == geteuid() && there.st_nlink == 1 && there.st_dev == open.st_dev
        && there.st_ino == open.st_ino;
}

} // namespace

bool syncToDisk(QFileDevice &file)
{
    return file.flush() && fsync(file.handle()) == 0;
}

QByteArray fileIdentity(const QString &path)
{
    struct stat there = {};
    if (stat(QFile::encodeName(path).constData(), &there) != 0)
        return {};
    return QByteArray::number(qulonglong(there.st_dev)) + ':' + QByteArray::number(qulonglong(there.st_ino));
}

void forgetCached([[maybe_unused]] QFileDevice &file)
{
#ifdef POSIX_FADV_DONTNEED
    (void)posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
#endif
}

void markAsWritten(QFileDevice &file)
{
    (void)flock(file.handle(), LOCK_EX | LOCK_NB);
}

void removeAbandoned(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    if (flock(file, LOCK_EX | LOCK_NB) == 0 && isOurs(name, file))
        (void)unlink(name.constData());
    ::close(file);
}

QString pathOfNameless(QFileDevice &file)
{
    const QString open = u"/proc/self/fd/%1"_s.arg(file.handle());
    return QFileInfo::exists(open) ? open : QString();
}

QString moveOpenFile(QFileDevice &file, const QString &target)
{
    std::error_code failed;
    std::filesystem::rename(QFileInfo(file.fileName()).filesystemFilePath(), QFileInfo(target).filesystemFilePath(),
                            failed);
    return failed ? QString::fromLocal8Bit(failed.message().c_str()) : QString();
}

int ownDescriptorAt(const QString &path)
{
    static const QRegularExpression folder(u"^/proc/(\\d+)(?:/task/\\d+)?/fd$"_s);
    const QFileInfo info(path);
    const auto match = folder.match(QFileInfo(info.absolutePath()).canonicalFilePath());
    bool isNumber = false;
    const int descriptor = info.fileName().toInt(&isNumber);
    return match.hasMatch() && match.captured(1).toLongLong() == QCoreApplication::applicationPid() && isNumber
        ? descriptor
        : -1;
}

bool openCopyOf(int descriptor, QFile &file)
{
    return file.open(dup(descriptor), QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
}

} // namespace linterna
