// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

namespace linterna::test {

//! The bytes of tests/fixtures/`path`. A missing file ends the test program, because nothing would be tested.
inline QByteArray fixture(const QString &path)
{
    QFile file(QStringLiteral(LINTERNA_FIXTURES "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(path));
    return file.readAll();
}

} // namespace linterna::test
