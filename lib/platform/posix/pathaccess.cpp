// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/posix/pathaccess.h"

#include "lib/platform/posix/userentry.h"

#include <QFile>

#include <vector>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif

namespace linterna {

namespace {

using Who = OtherWriters::Who;

constexpr unsigned administrator = 0;

bool hasAccessList([[maybe_unused]] const QByteArray &name)
{
#ifdef Q_OS_LINUX
    return getxattr(name.constData(), "system.posix_acl_access", nullptr, 0) > 0;
#else
    return false;
#endif
}

std::optional<PathAccess> accessOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (stat(name.constData(), &found) != 0)
        return {};
    return PathAccess{
        .mode = found.st_mode & 07777U, .user = found.st_uid, .group = found.st_gid, .hasList = hasAccessList(name)};
}

QString userName(unsigned user)
{
    const auto entry = userEntry(user);
    return entry ? entry->login : QString::number(user);
}

QString groupName(unsigned group)
{
    std::vector<char> room(std::size_t{64} * 1024);
    ::group entry = {};
    ::group *found = nullptr;
    (void)getgrgid_r(group, &entry, room.data(), room.size(), &found);
    return found ? QString::fromLocal8Bit(found->gr_name) : QString::number(group);
}

bool hasOtherMembers(unsigned group, const QString &user)
{
    std::vector<char> room(std::size_t{64} * 1024);
    ::group entry = {};
    ::group *found = nullptr;
    if (getgrgid_r(group, &entry, room.data(), room.size(), &found) != 0 || !found)
        return true;
    for (char **member = found->gr_mem; *member; ++member) {
        if (QString::fromLocal8Bit(*member) != user)
            return true;
    }
    return false;
}

} // namespace

ThisUser thisUser()
{
    ThisUser user{.user = geteuid()};
    const QString name = userName(user.user);
    if (const unsigned group = getegid(); groupName(group) == name && !hasOtherMembers(group, name))
        user.ownGroup = group;
    return user;
}

std::optional<Who> otherWriters(const PathAccess &access, const ThisUser &user, bool above)
{
    if (access.user != user.user && access.user != administrator)
        return Who::Owner;
    if (above && (access.mode & S_ISVTX) != 0)
        return {};
    if ((access.mode & S_IWOTH) != 0)
        return Who::Everybody;
    const bool nobodyElse = (access.group == user.ownGroup || access.group == administrator) && !access.hasList;
    if ((access.mode & S_IWGRP) != 0 && !nobodyElse)
        return Who::Group;
    return {};
}

std::optional<OtherWriters> otherWritersAt(const QString &path, bool above)
{
    static const ThisUser user = thisUser();
    const auto access = accessOf(path);
    const auto who = access ? otherWriters(*access, user, above) : std::nullopt;
    if (!who)
        return {};
    const QString name = *who == Who::Owner ? userName(access->user)
        : *who == Who::Group                ? groupName(access->group)
                                            : QString();
    return OtherWriters{.who = *who, .path = path, .name = name};
}

} // namespace linterna
