// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/otherwriters.h"

#include <QDir>
#include <QScopeGuard>

#include <array>
#include <vector>

#include <windows.h>

#include <aclapi.h> // after windows.h, on which it stands

namespace linterna {

namespace {

using Who = OtherWriters::Who;

constexpr DWORD changesRights = DELETE | WRITE_DAC | WRITE_OWNER | FILE_DELETE_CHILD;

//! What a process token says of its user.
const std::vector<BYTE> &ownUser()
{
    static const std::vector<BYTE> user = [] {
        std::vector<BYTE> room;
        HANDLE token = nullptr;
        if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
            return room;
        DWORD size = 0;
        GetTokenInformation(token, TokenUser, nullptr, 0, &size);
        room.resize(size);
        if (!GetTokenInformation(token, TokenUser, room.data(), size, &size))
            room.clear();
        CloseHandle(token);
        return room;
    }();
    return user;
}

//! Whether an account is this user's, or of those who administer the computer.
bool isTrusted(PSID who)
{
    for (const WELL_KNOWN_SID_TYPE known : {WinLocalSystemSid, WinBuiltinAdministratorsSid, WinCreatorOwnerSid}) {
        if (IsWellKnownSid(who, known))
            return true;
    }
    return !ownUser().empty() && EqualSid(who, reinterpret_cast<const TOKEN_USER *>(ownUser().data())->User.Sid);
}

OtherWriters writerOf(PSID who, const QString &path)
{
    for (const WELL_KNOWN_SID_TYPE all :
         {WinWorldSid, WinAuthenticatedUserSid, WinBuiltinUsersSid, WinInteractiveSid}) {
        if (IsWellKnownSid(who, all))
            return {.who = Who::Everybody, .path = path};
    }
    std::array<wchar_t, 256> name{};
    std::array<wchar_t, 256> domain{};
    auto nameSize = DWORD(name.size());
    auto domainSize = DWORD(domain.size());
    SID_NAME_USE kind = SidTypeUnknown;
    (void)LookupAccountSidW(nullptr, who, name.data(), &nameSize, domain.data(), &domainSize, &kind);
    return {.who = kind == SidTypeUser ? Who::Owner : Who::Group,
            .path = path,
            .name = QString::fromWCharArray(name.data())};
}

} // namespace

std::optional<OtherWriters> otherWritersAt(const QString &path, bool above)
{
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    if (GetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, &list, nullptr,
                              &descriptor)
        != ERROR_SUCCESS)
        return {};
    const auto freed = qScopeGuard([descriptor] { LocalFree(descriptor); });
    if (!list) // no list at all allows everything to everybody
        return OtherWriters{.who = Who::Everybody, .path = path};
    const DWORD wanted = above ? changesRights : changesRights | FILE_WRITE_DATA | FILE_APPEND_DATA;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void *entry = nullptr;
        if (!GetAce(list, i, &entry))
            continue;
        auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
        PSID who = &allowed->SidStart;
        if (allowed->Header.AceType == ACCESS_ALLOWED_ACE_TYPE && (allowed->Header.AceFlags & INHERIT_ONLY_ACE) == 0
            && (allowed->Mask & wanted) != 0 && !isTrusted(who))
            return writerOf(who, path);
    }
    return {};
}

} // namespace linterna
