// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace linterna::test {

//! The bytes of a file; none where it cannot be read.
inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace linterna::test
