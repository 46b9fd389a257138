// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linterna::test {

//! tests/fixtures/events/vectors.json, which another program wrote (tests/tools/eventwriter.py).
inline QJsonObject eventVectors()
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(fixture(QStringLiteral("events/vectors.json")), &error);
    if (!document.isObject())
        qFatal("vectors.json cannot be read: %s", qPrintable(error.errorString()));
    return document.object();
}

//! Bytes that stand as hexadecimal text, or as {"hex": text}; empty for null.
inline QByteArray bytesOf(const QJsonValue &value)
{
    const QJsonValue text = value.isObject() ? value[u"hex"] : value;
    return QByteArray::fromHex(text.toString().toLatin1());
}

} // namespace linterna::test
