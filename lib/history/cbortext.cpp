// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/cbortext.h"

#include <QtEndian>

namespace linterna {

QByteArray unitsOf(const QString &text)
{
    QByteArray units(text.size() * 2, '\0');
    qToLittleEndian<char16_t>(text.utf16(), text.size(), units.data());
    return units;
}

QString textOfUnits(const QByteArray &units)
{
    QString text(units.size() / 2, u'\0');
    qFromLittleEndian<char16_t>(units.constData(), text.size(), text.data());
    return text;
}

bool survivesUtf8(const QString &text)
{
    return text.isValidUtf16() && !text.startsWith(QChar::ByteOrderMark);
}

QCborValue cborFromText(const QString &text)
{
    return survivesUtf8(text) ? QCborValue(text) : QCborValue(unitsOf(text));
}

QString textFromCbor(const QCborValue &value)
{
    return value.isByteArray() ? textOfUnits(value.toByteArray()) : value.toString();
}

} // namespace linterna
