// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/eventchain.h"

namespace linterna {

//! An event as it goes from one record to another: all that its leaf and link vouch for (lib/record/EVENTS.md).
struct RecordEvent {
    EventHead head;
    //! As it stands beside the content: it only helps to find events.
    QByteArray kind = {};
    //! Both empty where the content is gone, or cannot be opened any more.
    QByteArray salt = {};
    QByteArray canonical = {};

    [[nodiscard]] bool hasContent() const { return !salt.isEmpty(); }
    bool operator==(const RecordEvent &) const = default;
};

//! Whether UUID, desk, leaf and link have their sizes, and the number can be one.
[[nodiscard]] bool hasPlace(const EventHead &head);
//! Whether the content gives the leaf, and names the event's own UUID and kind.
[[nodiscard]] bool isVouchedFor(const RecordEvent &event);

} // namespace linterna
