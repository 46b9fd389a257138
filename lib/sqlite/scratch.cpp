// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/scratch.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Scratch::Scratch(const QString &record)
    : m_folder(QFileInfo(record).absolutePath() + u"/scratch"_s), m_lock(m_folder + u".lock"_s)
{}

Scratch::~Scratch()
{
    if (m_lock.isHeld())
        QDir(m_folder).removeRecursively();
}

Result<std::shared_ptr<Scratch>> Scratch::beside(const QString &record)
{
    std::shared_ptr<Scratch> scratch(new Scratch(record));
    const auto refused = [&](const QString &why) {
        return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(scratch->m_folder, why)};
    };
    if (const auto locked = scratch->m_lock.tryLock(); locked != FileLock::Outcome::Held)
        return refused(locked == FileLock::Outcome::HeldByOther
                           ? u"another backup is being made or restored"_s
                           : u"the folder cannot be written: "_s + scratch->m_lock.reason());
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
        (void)left.m_lock.tryLock(); // the destructor of `left` then removes the folder
}

} // namespace linterna
