// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/eventchain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace linterna {

QByteArray leafOf(QByteArrayView salt, QByteArrayView canonical)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("\x00", 1));
    hash.addData(salt);
    hash.addData(canonical);
    return hash.result();
}

QByteArray linkOf(const EventHead &head, QByteArrayView previousLink)
{
    char numbers[16];
    qToBigEndian(head.number, numbers);
    qToBigEndian(head.at, numbers + 8);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("\x01", 1));
    hash.addData(head.uuid);
    hash.addData(head.desk);
    hash.addData(QByteArrayView(numbers, sizeof numbers));
    hash.addData(head.leaf);
    hash.addData(previousLink);
    return hash.result();
}

QByteArray noLink()
{
    return QByteArray(EventHashBytes, '\0');
}

} // namespace linterna
