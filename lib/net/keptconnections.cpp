// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/keptconnections.h"

#include <algorithm>

namespace linterna {

bool KeptConnections::isTooOld(const Entry &entry) const
{
    const std::chrono::milliseconds onTheWall(std::abs(entry.sinceWall.msecsTo(m_clock.now())));
    return std::max(m_clock.monotonic() - entry.since, onTheWall) >= Longest;
}

void KeptConnections::closeOld()
{
    std::erase_if(m_entries, [this](const Entry &entry) { return isTooOld(entry); });
    if (m_entries.empty())
        m_alarm.reset();
    else
        m_alarm = m_clock.after(Longest, [this] { closeOld(); });
}

void KeptConnections::keep(Place place, std::unique_ptr<QNetworkAccessManager> network)
{
    if (m_entries.size() >= Most)
        m_entries.pop_back();
    m_entries.push_front({std::move(place), std::move(network), m_clock.monotonic(), m_clock.now()});
    if (!m_alarm)
        m_alarm = m_clock.after(Longest, [this] { closeOld(); });
}

std::unique_ptr<QNetworkAccessManager> KeptConnections::take(const Place &place)
{
    std::erase_if(m_entries, [this](const Entry &entry) { return isTooOld(entry); });
    const auto found = std::ranges::find(m_entries, place, &Entry::place);
    if (found == m_entries.end())
        return nullptr;
    std::unique_ptr<QNetworkAccessManager> network = std::move(found->network);
    m_entries.erase(found);
    return network;
}

} // namespace linterna
