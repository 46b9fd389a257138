// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/eventranges.h"

#include <algorithm>
#include <tuple>

namespace linterna {

EventRanges::EventRanges(std::vector<EventRange> ranges)
{
    const auto place = [](const EventRange &range) { return std::tie(range.desk, range.first); };
    std::ranges::sort(ranges, {}, place);
    for (EventRange &range : ranges) {
        // Not "last + 1": last may be the largest number there is.
        if (!m_joined.empty() && m_joined.back().desk == range.desk && range.first - 1 <= m_joined.back().last)
            m_joined.back().last = std::max(m_joined.back().last, range.last);
        else
            m_joined.push_back(std::move(range));
    }
}

bool EventRanges::contains(const QByteArray &desk, qint64 number) const
{
    const auto after = std::ranges::upper_bound(m_joined, std::tie(desk, number), {}, [](const EventRange &range) {
        return std::tie(range.desk, range.first);
    });
    if (after == m_joined.begin())
        return false;
    const EventRange &range = *std::prev(after);
    return range.desk == desk && number <= range.last;
}

} // namespace linterna
