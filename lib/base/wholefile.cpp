// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/wholefile.h"

#include "lib/base/unfinishedfile.h"
#include "lib/base/writetarget.h"

#include <QFile>
#include <QFileInfo>

namespace linterna {

namespace {

Error wholeFileError(const QString &file, const QString &what)
{
    return Error{.code = ErrorCode::Storage, .detail = QStringLiteral("%1: %2").arg(file, what)};
}

} // namespace

bool isExactName(const QString &path)
{
    return !path.contains(QChar::ReplacementCharacter) && QFile::decodeName(QFile::encodeName(path)) == path;
}

Result<Nothing> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    const WriteTarget target = writeTarget(path);
    if (target.kind != WriteTarget::Kind::File)
        return wholeFileError(path, target.what);
    const QFileInfo before(target.file);
    if (before.exists() && !before.isWritable())
        return wholeFileError(path, QStringLiteral("the file is read-only"));
    UnfinishedFile file(target.file);
    // On a full disk write() may write less than all.
    if (!file.begin() || file.write(bytes) != bytes.size() || !file.putInPlace())
        return wholeFileError(path, file.errorString());
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
