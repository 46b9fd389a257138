// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listquery.h"
#include "lib/recordindex/searchcache.h"

namespace linterna {

//! A RecordFilter made ready for a pass over all rows: each row costs some comparisons of numbers.
class FilterPredicate
{
public:
    //! `now` decides what "three days ago" is, in the computer's time zone.
    FilterPredicate(const RecordFilter &filter, const RecordIndex &index, SearchCache &words, const QDateTime &now);

    [[nodiscard]] bool matches(const IndexedCheck &check) const;
    //! Whether a case matches, by its position in RecordIndex::cases().
    [[nodiscard]] bool matches(std::size_t position) const;

private:
    [[nodiscard]] bool caseMatches(std::size_t position) const;
    [[nodiscard]] bool answerMatches(const IndexedCheck &good) const;
    [[nodiscard]] bool wordsMatch(std::size_t ofCase, const IndexedCheck &said) const;

    const RecordIndex &m_index;
    std::vector<std::shared_ptr<const WordPlaces>> m_words;
    //! Wanted categories, one bit for each StatusCategory; 0: any.
    unsigned m_categories = 0;
    Marks m_formTypes;
    Marks m_tags;
    bool m_failed = false;
    // Seconds since 1970.
    std::optional<std::uint32_t> m_changedSince;
    std::optional<std::uint32_t> m_notConfirmedSince;
    std::uint32_t m_from = 0;
    std::uint32_t m_end = 0xFFFF'FFFF;
};

//! The beginning of a day in the computer's time zone, in seconds since 1970.
[[nodiscard]] std::uint32_t beginningOf(const QDate &day);

} // namespace linterna
