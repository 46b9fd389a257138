// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/user.h"

#include <array>

#include <windows.h>

#define SECURITY_WIN32
#include <lm.h> // after windows.h, on which both stand
#include <security.h>

namespace linterna {

namespace {

//! Full name of an account of this computer alone; empty where it has none.
QString localFullName(const wchar_t *login)
{
    LPBYTE found = nullptr;
    if (NetUserGetInfo(nullptr, login, 10, &found) != NERR_Success)
        return {};
    const QString name = QString::fromWCharArray(reinterpret_cast<const USER_INFO_10 *>(found)->usri10_full_name);
    NetApiBufferFree(found);
    return name.simplified();
}

} // namespace

QString loginName()
{
    return qEnvironmentVariable("USERNAME");
}

QString systemUserName()
{
    std::array<wchar_t, 1024> name{};
    auto size = ULONG(name.size());
    if (GetUserNameExW(NameDisplay, name.data(), &size) && size > 0) // of an account of a domain
        return QString::fromWCharArray(name.data()).simplified();
    auto loginSize = DWORD(name.size());
    if (!GetUserNameW(name.data(), &loginSize))
        return {};
    const QString full = localFullName(name.data());
    return full.isEmpty() ? QString::fromWCharArray(name.data()) : full;
}

} // namespace linterna
