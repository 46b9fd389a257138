// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/eventchain.h"

#include "lib/crypto/sha256.h"

#include <QtEndian>

namespace linterna {

QByteArray leafOf(QByteArrayView salt, QByteArrayView canonical)
{
    return sha256Of({QByteArrayView("\x00", 1), salt, canonical});
}

QByteArray linkOf(const EventHead &head, QByteArrayView previousLink)
{
    char numbers[16];
    qToBigEndian(head.number, numbers);
    qToBigEndian(head.at, numbers + 8);
    return sha256Of({QByteArrayView("\x01", 1), head.uuid, head.desk, QByteArrayView(numbers, sizeof numbers),
                     head.leaf, previousLink});
}

QByteArray noLink()
{
    return QByteArray(EventHashBytes, '\0');
}

} // namespace linterna
