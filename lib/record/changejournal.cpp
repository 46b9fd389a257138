// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/changejournal.h"

#include <algorithm>

namespace linterna {

void ChangeJournal::add(Entry entry)
{
    ++m_number;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > Remembered)
        m_entries.pop_front();
}

void ChangeJournal::noteEverything()
{
    ++m_number;
    m_entries.clear();
}

RecordChanges ChangeJournal::after(qint64 number) const
{
    RecordChanges changes{.number = m_number};
    const auto remembered = static_cast<qint64>(m_entries.size());
    if (number <= 0 || number > m_number || number < m_number - remembered) {
        changes.everything = true;
        return changes;
    }
    for (auto entry = m_entries.end() - (m_number - number); entry != m_entries.end(); ++entry) {
        if (entry->check != 0)
            changes.checks.push_back(entry->check);
        else if (!entry->ofCase)
            changes.filters = true;
        else if (std::ranges::find(changes.cases, *entry->ofCase) == changes.cases.end())
            changes.cases.push_back(*entry->ofCase);
    }
    return changes;
}

} // namespace linterna
