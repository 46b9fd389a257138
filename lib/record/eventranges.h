// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/eventcontent.h"

namespace linterna {

//! Places of events in the chains of their desks, to be looked up.
class EventRanges
{
public:
    EventRanges() = default;
    explicit EventRanges(std::vector<EventRange> ranges);

    [[nodiscard]] bool contains(const QByteArray &desk, qint64 number) const;
    //! The same places in as few ranges as there can be, by desk and number.
    [[nodiscard]] const std::vector<EventRange> &joined() const { return m_joined; }

private:
    std::vector<EventRange> m_joined;
};

} // namespace linterna
