// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/recordevent.h"

#include "lib/record/canonicalcbor.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

bool hasPlace(const EventHead &head)
{
    return head.uuid.size() == UuidBytes && head.desk.size() == UuidBytes && head.number > 0
        && head.leaf.size() == EventHashBytes && head.link.size() == EventHashBytes;
}

bool isVouchedFor(const RecordEvent &event)
{
    if (event.salt.size() != EventHashBytes || leafOf(event.salt, event.canonical) != event.head.leaf)
        return false;
    const auto map = CanonicalReader::read(event.canonical);
    return map && map->bytes("uuid"_L1) == QByteArrayView(event.head.uuid)
        && map->text("kind"_L1) == QByteArrayView(event.kind);
}

} // namespace linterna
