// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/user.h"

#include "lib/platform/posix/userentry.h"

#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace linterna {

std::optional<UserEntry> userEntry(unsigned user)
{
    std::vector<char> room(std::size_t{64} * 1024);
    passwd entry = {};
    passwd *found = nullptr;
    if (getpwuid_r(user, &entry, room.data(), room.size(), &found) != 0 || !found)
        return {};
    return UserEntry{.login = QString::fromLocal8Bit(found->pw_name),
                     .description = QString::fromLocal8Bit(found->pw_gecos)};
}

QString nameIn(const UserEntry &entry)
{
    QString name = entry.description.section(u',', 0, 0);
    name.replace(u'&', entry.login.left(1).toUpper() + entry.login.mid(1));
    name = name.simplified();
    return name.isEmpty() ? entry.login : name;
}

QString loginName()
{
    return qEnvironmentVariable("LOGNAME", qEnvironmentVariable("USER"));
}

QString systemUserName()
{
    const auto entry = userEntry(geteuid());
    return entry ? nameIn(*entry) : QString::number(geteuid());
}

} // namespace linterna
