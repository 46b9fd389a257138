// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/officenotes.h"

#include <algorithm>

namespace linterna {

CaseDetails together(const CaseDetails &earlier, const CaseDetails &later)
{
    CaseDetails both = earlier;
    for (const auto text :
         {&CaseDetails::client, &CaseDetails::fileNumber, &CaseDetails::owner, &CaseDetails::nextStep}) {
        if (!(later.*text).isEmpty())
            both.*text = later.*text;
    }
    if (later.dueDate.isValid())
        both.dueDate = later.dueDate;
    if (both.note.isEmpty())
        both.note = later.note;
    else if (!both.note.contains(later.note))
        both.note += u'\n' + later.note;
    for (const QString &tag : later.tags) {
        if (!both.tags.contains(tag, Qt::CaseInsensitive))
            both.tags << tag;
    }
    both.onHold = earlier.onHold || later.onHold;
    return both;
}

std::vector<SavedFilter> together(std::vector<SavedFilter> earlier, const std::vector<SavedFilter> &later)
{
    for (const SavedFilter &filter : later) {
        const auto same = std::ranges::find(earlier, filter.name, &SavedFilter::name);
        if (same == earlier.end())
            earlier.push_back(filter);
        else
            *same = filter;
    }
    return earlier;
}

} // namespace linterna
