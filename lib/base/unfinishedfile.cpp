// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/unfinishedfile.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString unfinishedName = u".linterna-unfinished-"_s;

//! Whether this path leads to that open file, and the file is ours alone.
bool isOurs(const QByteArray &path, int file)
{
    struct stat there = {};
    struct stat open = {};
    return lstat(path.constData(), &there) == 0 && fstat(file, &open) == 0 && S_ISREG(there.st_mode)
        && there.st_uid == geteuid() && there.st_nlink == 1 && there.st_dev == open.st_dev
        && there.st_ino == open.st_ino;
}

void sweepOne(const QByteArray &path)
{
    const int file = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    if (flock(file, LOCK_EX | LOCK_NB) == 0 && isOurs(path, file))
        (void)unlink(path.constData());
    ::close(file);
}

} // namespace

UnfinishedFile::UnfinishedFile(const QString &target)
    : QTemporaryFile(QFileInfo(target).absolutePath() + u'/' + unfinishedName + u"XXXXXX"_s), m_target(target)
{}

bool UnfinishedFile::begin()
{
    if (!open())
        return false;
    (void)flock(handle(), LOCK_EX | LOCK_NB); // where there are no locks, sweepUnfinished() removes nothing
    return true;
}

QString UnfinishedFile::pathForReading()
{
    const QString open = u"/proc/self/fd/%1"_s.arg(handle()); // fileName() would give the file a name
    return QFileInfo::exists(open) ? open : fileName();
}

bool UnfinishedFile::putInPlace()
{
    if (!flush() || fsync(handle()) != 0)
        return false;
    std::error_code failed;
    std::filesystem::rename(QFileInfo(fileName()).filesystemFilePath(), QFileInfo(m_target).filesystemFilePath(),
                            failed);
    if (failed) {
        setErrorString(QString::fromLocal8Bit(failed.message().c_str()));
        return false;
    }
    setAutoRemove(false);
    return true;
}

void sweepUnfinished(const QString &folder)
{
    if (folder.isEmpty())
        return;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({unfinishedName + u"??????"_s}, QDir::Files | QDir::Hidden | QDir::System))
        sweepOne(QFile::encodeName(dir.filePath(name)));
}

} // namespace linterna
