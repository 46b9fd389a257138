// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/cbortext.h"

#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>

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

QString readCborText(QCborStreamReader &reader)
{
    if (!reader.isString() && !reader.isByteArray()) {
        reader.next();
        return {};
    }
    // QCborStreamReader::readString() takes twice as long: it makes room for each piece anew.
    const bool isText = reader.isString();
    QVarLengthArray<char, 512> bytes;
    for (;;) {
        const qsizetype size = reader.currentStringChunkSize();
        const qsizetype before = bytes.size();
        if (size > 0)
            bytes.resize(before + size);
        if (reader.readStringChunk(bytes.data() + before, std::max<qsizetype>(size, 0)).status != QCborStreamReader::Ok)
            break;
    }
    return isText ? QString::fromUtf8(bytes.constData(), bytes.size())
                  : textOfUnits(QByteArray::fromRawData(bytes.constData(), bytes.size()));
}

} // namespace linterna
