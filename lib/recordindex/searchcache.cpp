// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordindex/searchcache.h"

#include <algorithm>

namespace linterna {

namespace {

//! How many words are remembered. Each takes a byte a case and a byte an answer.
constexpr std::size_t mostKnown = 12;

//! Whether all places of `word` are among those of `shorter`. A `shorter` of hyphens alone does not count: in receipt
//! numbers hyphens are passed over (RecordIndex::casesWith()).
bool isNarrower(const QByteArray &word, const QByteArray &shorter)
{
    return word.contains(shorter) && std::ranges::any_of(shorter, [](char c) { return c != '-'; });
}

} // namespace

std::shared_ptr<const WordPlaces> SearchCache::find(const QByteArray &word)
{
    if (std::exchange(m_generation, m_index.generation()) != m_index.generation())
        m_known.clear();
    auto found = std::ranges::find(m_known, word, &Known::word);
    if (found == m_known.end()) {
        const Known *narrowest = nullptr;
        for (const Known &known : m_known) {
            if (isNarrower(word, known.word) && (!narrowest || known.word.size() > narrowest->word.size()))
                narrowest = &known;
        }
        auto places = std::make_shared<WordPlaces>(WordPlaces{
            .cases = m_index.casesWith(word, narrowest ? &narrowest->places->cases : nullptr),
            .answers = m_index.letters().answersWith(word, narrowest ? &narrowest->places->answers : nullptr)});
        if (m_known.size() >= mostKnown)
            m_known.pop_back();
        found = m_known.insert(m_known.begin(), {word, std::move(places)});
    }
    m_known.splice(m_known.begin(), m_known, found);
    return m_known.front().places;
}

} // namespace linterna
