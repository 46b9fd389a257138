// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/otherwriters.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

namespace {

//! The first other writer of the folders above `folder`: one that does not exist yet is as safe as the one above it.
std::optional<OtherWriters> aboveOf(const QString &folder)
{
    QString path = folder;
    while (!path.isEmpty() && !QDir(path).isRoot()) {
        path = QFileInfo(path).absolutePath();
        if (auto found = otherWritersAt(path, true))
            return found;
    }
    return {};
}

} // namespace

std::optional<OtherWriters> otherWritersOf(const QString &folder, const QStringList &files)
{
    const QString given = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString real = QFileInfo(folder).canonicalFilePath();
    if (auto found = otherWritersAt(given, false))
        return found;
    for (const QString &file : files) {
        if (auto found = otherWritersAt(given + u'/' + file, false))
            return found;
    }
    if (auto found = aboveOf(given))
        return found;
    return real.isEmpty() || real == given ? std::nullopt : aboveOf(real);
}

} // namespace linterna
