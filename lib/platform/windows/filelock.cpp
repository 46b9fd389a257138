// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/filelock.h"

#include <QDir>

#include <windows.h>

namespace linterna {

namespace {

HANDLE handleOf(std::intptr_t file)
{
    return reinterpret_cast<HANDLE>(file);
}

//! Opened so that nobody else can remove or rename the file meanwhile: FILE_SHARE_DELETE is missing.
HANDLE openLockFile(const QString &path)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const auto open = [&](DWORD access, DWORD how) {
        return CreateFileW(name.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, how,
                           FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    };
    const HANDLE file = open(GENERIC_READ | GENERIC_WRITE, OPEN_ALWAYS);
    // A file that may not be written can be locked all the same.
    return file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_ACCESS_DENIED ? file
                                                                                 : open(GENERIC_READ, OPEN_EXISTING);
}

} // namespace

FileLock::FileLock(const QString &file, Leave leave) : m_file(file), m_leave(leave) {}

FileLock::~FileLock()
{
    unlock();
}

FileLock::Outcome FileLock::impossible()
{
    m_reason = qt_error_string(int(GetLastError()));
    close();
    return Outcome::Impossible;
}

void FileLock::close()
{
    if (handleOf(m_opened) != INVALID_HANDLE_VALUE)
        CloseHandle(handleOf(m_opened)); // and with it the lock
    m_opened = none;
}

FileLock::Outcome FileLock::tryLock()
{
    if (m_held)
        return Outcome::Held;
    const HANDLE file = openLockFile(m_file);
    m_opened = reinterpret_cast<std::intptr_t>(file);
    if (file == INVALID_HANDLE_VALUE)
        return impossible();
    OVERLAPPED fromBeginning = {};
    if (!LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &fromBeginning)) {
        if (GetLastError() != ERROR_LOCK_VIOLATION)
            return impossible();
        close();
        return Outcome::HeldByOther;
    }
    m_held = true;
    return Outcome::Held;
}

void FileLock::unlock()
{
    // The file stays, whatever m_leave says: a name that is being removed cannot be opened by anybody for a moment.
    m_held = false;
    close();
}

} // namespace linterna
