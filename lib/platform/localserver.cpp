// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/localserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

QString localServerName(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(folder), QCryptographicHash::Sha256);
    const QString name = u"linterna-"_s + QString::fromLatin1(hash.first(8).toHex());
#ifdef Q_OS_WIN
    return name; // of a named pipe, which stands in no folder
#else
    // A socket in the folder, which only its owner can enter; where that has too long a name for a socket (and Qt needs
    // some of the length for itself), in the folder that the system keeps for the person's running programs.
    constexpr qsizetype longestPath = 80;
    QString inside = folder + u"/window.socket"_s;
    if (QFile::encodeName(inside).size() <= longestPath)
        return inside;
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name;
#endif
}

} // namespace linterna
