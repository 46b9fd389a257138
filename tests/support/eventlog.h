// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/eventcontent.h"

#include "lib/base/secret.h"

#include <QStringList>

namespace linterna::test {

//! An event as it stands in a file.
struct EventSeen {
    qint64 id = 0;
    EventHead head = {};
    QString kind = {};
    bool isDestroyed = false;
    //! Empty where the content is destroyed or cannot be trusted.
    std::optional<DecodedEvent> decoded = {};
};

//! All events of the record in `file`, by change number; before them, with none, those that stand in the chains of two
//! desks.
[[nodiscard]] std::vector<EventSeen> eventsIn(const QString &file, const Secret &key);
//! What does not hold in the chains of all desks in `file`: gaps, links, leaves, content that is gone and that no event
//! says was destroyed.
[[nodiscard]] QStringList problemsInEvents(const QString &file, const Secret &key);

} // namespace linterna::test
