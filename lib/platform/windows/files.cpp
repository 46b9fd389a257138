// SPDX-License-Identifier: GPL-3.0-or-later
// Written by Microsoft's documentation; the project's tests do not run on Windows yet.
#include "lib/platform/files.h"

#include <QDir>

#include <io.h>
#include <windows.h>

namespace linterna {

namespace {

std::wstring nativeName(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

} // namespace

bool syncToDisk(QFileDevice &file)
{
    return file.flush() && FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
}

QByteArray fileIdentity(const QString &path)
{
    const HANDLE file = CreateFileW(nativeName(path).c_str(), FILE_READ_ATTRIBUTES,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION found = {};
    QByteArray identity;
    if (GetFileInformationByHandle(file, &found))
        identity = QByteArray::number(qulonglong(found.dwVolumeSerialNumber)) + ':'
            + QByteArray::number((qulonglong(found.nFileIndexHigh) << 32) | found.nFileIndexLow);
    CloseHandle(file);
    return identity;
}

void forgetCached(QFileDevice &) {} // cannot be asked for of a file that is open

void markAsWritten(QFileDevice &) {} // removeAbandoned() fails on any file that is open

void removeAbandoned(const QString &path)
{
    // Shared with nobody: fails as long as another program has the file open. A link is opened itself.
    const HANDLE file = CreateFileW(nativeName(path).c_str(), FILE_READ_ATTRIBUTES | DELETE, 0, nullptr, OPEN_EXISTING,
                                    FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return;
    BY_HANDLE_FILE_INFORMATION found = {};
    constexpr DWORD other = FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT;
    if (GetFileInformationByHandle(file, &found) && (found.dwFileAttributes & other) == 0
        && found.nNumberOfLinks == 1) {
        FILE_DISPOSITION_INFO remove = {TRUE};
        (void)SetFileInformationByHandle(file, FileDispositionInfo, &remove, sizeof remove);
    }
    CloseHandle(file);
}

QString pathOfNameless(QFileDevice &)
{
    return {}; // every file has a name
}

QString moveOpenFile(QFileDevice &file, const QString &target)
{
    const std::wstring from = nativeName(file.fileName());
    file.close(); // QFile does not let a file be renamed while it is open
    if (MoveFileExW(from.c_str(), nativeName(target).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return {};
    return qt_error_string(int(GetLastError()));
}

int ownDescriptorAt(const QString &)
{
    return -1; // descriptors have no paths
}

bool openCopyOf(int descriptor, QFile &file)
{
    return file.open(_dup(descriptor), QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
}

} // namespace linterna
