// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace linterna {

namespace {

Error wholeFileError(const QSaveFile &file, const QString &what)
{
    return Error{.code = ErrorCode::Storage, .detail = QStringLiteral("%1: %2").arg(file.fileName(), what)};
}

} // namespace

bool isExactName(const QString &path)
{
    return !path.contains(QChar::ReplacementCharacter) && QFile::decodeName(QFile::encodeName(path)) == path;
}

Result<Nothing> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return wholeFileError(file, file.errorString());
    // On a full disk write() comes back short, and commit() would put the short file in place all the same.
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const QString why = file.errorString();
        file.cancelWriting();
        return wholeFileError(file, why);
    }
    if (!file.commit())
        return wholeFileError(file, file.errorString());
    return Nothing{};
}

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    const auto refused = [](const QString &why) { return Error{.code = ErrorCode::Storage, .detail = why}; };
    QFile file(path);
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return refused(QStringLiteral("not a file"));
    if (!file.open(QIODevice::ReadOnly))
        return refused(file.errorString());
    const QByteArray bytes = file.read(limit + 1);
    return file.error() == QFileDevice::NoError ? Result<QByteArray>(bytes) : refused(file.errorString());
}

} // namespace linterna
