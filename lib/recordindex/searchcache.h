// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordindex/recordindex.h"

#include <list>

namespace linterna {

//! Where a word stands.
struct WordPlaces {
    Marks cases;   //!< By position in RecordIndex::cases(): in receipt number, client or note.
    Marks answers; //!< By position in AnswerTextIndex: in title or text.
};

//! Finds words, and remembers the last ones: who types a word letter by letter asks for what was found before and a
//! little more, which can only stand where the shorter one stands.
class SearchCache
{
public:
    explicit SearchCache(const RecordIndex &index) : m_index(index) {}

    //! `word` is one of searchWords().
    [[nodiscard]] std::shared_ptr<const WordPlaces> find(const QByteArray &word);

private:
    struct Known {
        QByteArray word;
        std::shared_ptr<const WordPlaces> places;
    };
    const RecordIndex &m_index;
    std::uint64_t m_generation = 0;
    std::list<Known> m_known; //!< The last one first.
};

} // namespace linterna
