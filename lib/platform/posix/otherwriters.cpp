// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/otherwriters.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <vector>

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace linterna {

namespace {

using Who = OtherWriters::Who;

constexpr unsigned administrator = 0;

std::optional<PathAccess> accessOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (stat(name.constData(), &found) != 0)
        return {};
    return PathAccess{.isFolder = S_ISDIR(found.st_mode),
                      .mode = found.st_mode & 07777U,
                      .user = found.st_uid,
                      .group = found.st_gid,
                      .hasList = getxattr(name.constData(), "system.posix_acl_access", nullptr, 0) > 0};
}

QString userName(unsigned user)
{
    std::array<char, 4096> room{};
    passwd entry = {};
    passwd *found = nullptr;
    (void)getpwuid_r(user, &entry, room.data(), room.size(), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QString::number(user);
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

std::optional<OtherWriters> at(const QString &path, const ThisUser &user, bool above)
{
    const auto access = accessOf(path);
    const auto who = access ? otherWriters(*access, user, above) : std::nullopt;
    if (!who)
        return {};
    const QString name = *who == Who::Owner ? userName(access->user)
        : *who == Who::Group                ? groupName(access->group)
                                            : QString();
    return OtherWriters{.who = *who, .path = path, .name = name};
}

//! The first other writer of the folders above `folder`: one that does not exist yet is as safe as the one above it.
std::optional<OtherWriters> aboveOf(const QString &folder, const ThisUser &user)
{
    QString path = folder;
    while (path != QDir::rootPath() && !path.isEmpty()) {
        path = QFileInfo(path).absolutePath();
        if (auto found = at(path, user, true))
            return found;
    }
    return {};
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

std::optional<OtherWriters> otherWritersOf(const QString &folder, const QStringList &files)
{
    const ThisUser user = thisUser();
    const QString given = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString real = QFileInfo(folder).canonicalFilePath();
    if (auto found = at(given, user, false))
        return found;
    for (const QString &file : files) {
        if (auto found = at(given + u'/' + file, user, false))
            return found;
    }
    if (auto found = aboveOf(given, user))
        return found;
    return real.isEmpty() || real == given ? std::nullopt : aboveOf(real, user);
}

} // namespace linterna
