// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/practicereply.h"

#include "lib/json/jsontext.h"

namespace linterna {

QByteArray toAsciiJson(const QJsonObject &object)
{
    QByteArray ascii;
    for (const QChar c : QString::fromUtf8(jsonBytes(object))) {
        if (c.unicode() < 0x80)
            ascii += char(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).toUpper().rightJustified(4, '0');
    }
    return ascii;
}

PracticeReply messageReply(int status, const QString &message)
{
    return {status, toAsciiJson({{QStringLiteral("message"), message}})};
}

PracticeReply codeReply(int status, const QString &message)
{
    return {status, toAsciiJson({{QStringLiteral("code"), status}, {QStringLiteral("message"), message}})};
}

PracticeReply faultReply(int status, const QString &faultString, const QString &errorCode)
{
    const QJsonObject detail{{QStringLiteral("errorcode"), errorCode}};
    const QJsonObject fault{{QStringLiteral("faultstring"), faultString}, {QStringLiteral("detail"), detail}};
    return {status, toAsciiJson({{QStringLiteral("fault"), fault}})};
}

} // namespace linterna
