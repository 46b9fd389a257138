// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/scratch.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Scratch::Scratch(const QString &record)
    : m_folder(QFileInfo(record).absolutePath() + u"/scratch"_s), m_lock(m_folder + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // a dead program's lock counts as gone all the same
}

Scratch::~Scratch()
{
    if (m_lock.isLocked())
        QDir(m_folder).removeRecursively();
}

Result<std::shared_ptr<Scratch>> Scratch::beside(const QString &record)
{
    std::shared_ptr<Scratch> scratch(new Scratch(record));
    const auto refused = [&](const QString &why) {
        return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(scratch->m_folder, why)};
    };
    if (!scratch->m_lock.tryLock(0))
        return refused(scratch->m_lock.error() == QLockFile::LockFailedError
                           ? u"another backup is being made or restored"_s
                           : u"the folder cannot be written"_s);
    QDir(scratch->m_folder).removeRecursively();
    if (!QDir().mkdir(scratch->m_folder)
        || !QFile::setPermissions(scratch->m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return refused(u"the folder cannot be made"_s);
    return scratch;
}

void Scratch::sweep(const QString &record)
{
    Scratch left(record);
    if (QFileInfo::exists(left.m_folder))
        (void)left.m_lock.tryLock(0); // and its end does the rest
}

} // namespace linterna
