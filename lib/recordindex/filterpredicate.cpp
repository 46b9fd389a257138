// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordindex/filterpredicate.h"

#include "lib/text/searchtext.h"

#include <algorithm>
#include <limits>

namespace linterna {

namespace {

//! For each of `all`, whether it is one of `wanted`; empty where nothing is wanted.
Marks marksOf(const QStringList &wanted, const QStringList &all)
{
    if (wanted.isEmpty())
        return {};
    Marks marks;
    for (const QString &one : all)
        marks.push_back(wanted.contains(one) ? 1 : 0);
    return marks;
}

QDate dayOf(const SinceDay &since, const QDate &today)
{
    return since.daysAgo ? today.addDays(-*since.daysAgo) : since.date;
}

} // namespace

std::uint32_t beginningOf(const QDate &day)
{
    constexpr qint64 last = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::clamp<qint64>(day.startOfDay().toSecsSinceEpoch(), 0, last));
}

FilterPredicate::FilterPredicate(const RecordFilter &filter, const RecordIndex &index, SearchCache &words,
                                 const QDateTime &now)
    : m_index(index), m_formTypes(marksOf(filter.formTypes, index.letters().formTypes())),
      m_tags(marksOf(filter.tags, index.tags())), m_failed(filter.failed)
{
    for (const QByteArray &word : searchWords(filter.text))
        m_words.push_back(words.find(word));
    for (const StatusCategory category : filter.categories)
        m_categories |= 1u << unsigned(category);
    const QDate today = now.toLocalTime().date();
    if (filter.changedSince)
        m_changedSince = beginningOf(dayOf(*filter.changedSince, today));
    if (filter.notConfirmedForDays)
        m_notConfirmedSince = beginningOf(today.addDays(1 - *filter.notConfirmedForDays));
    if (filter.from.isValid())
        m_from = beginningOf(filter.from);
    if (filter.to.isValid())
        m_end = beginningOf(filter.to.addDays(1));
}

bool FilterPredicate::wordsMatch(std::size_t ofCase, const IndexedCheck &said) const
{
    return std::ranges::all_of(m_words, [&](const auto &word) {
        return word->cases[ofCase] != 0 || (said.id != 0 && word->answers[said.answer] != 0);
    });
}

bool FilterPredicate::caseMatches(std::size_t position) const
{
    if (m_tags.empty() && !m_notConfirmedSince)
        return true;
    const IndexedCase &one = m_index.cases()[position];
    if (!m_tags.empty() && std::ranges::none_of(one.tags, [this](std::uint32_t tag) { return m_tags[tag] != 0; }))
        return false;
    return !m_notConfirmedSince || one.lastGood.id == 0 || one.lastGood.checkedAt < *m_notConfirmedSince;
}

bool FilterPredicate::answerMatches(const IndexedCheck &good) const
{
    if (m_categories == 0 && m_formTypes.empty())
        return true;
    if (good.id == 0 || good.outcome != 0)
        return false;
    if (m_categories != 0 && (m_categories & (1u << unsigned(good.category))) == 0)
        return false;
    const int formType = m_index.letters().formTypeOf(good.answer);
    return m_formTypes.empty() || (formType >= 0 && m_formTypes[static_cast<std::size_t>(formType)] != 0);
}

bool FilterPredicate::matches(const IndexedCheck &check) const
{
    return check.checkedAt >= m_from && check.checkedAt < m_end && (!m_failed || check.outcome != 0)
        && (!m_changedSince
            || (check.outcome == 0 && check.change >= Change::Wording && check.checkedAt >= *m_changedSince))
        && answerMatches(check) && caseMatches(check.ofCase) && wordsMatch(check.ofCase, check);
}

bool FilterPredicate::matches(std::size_t position) const
{
    const IndexedCase &one = m_index.cases()[position];
    return one.there && one.lastCheck.checkedAt >= m_from && one.lastCheck.checkedAt < m_end
        && (!m_failed || (one.lastCheck.id != 0 && one.lastCheck.outcome != 0))
        && (!m_changedSince || (one.lastChange.id != 0 && one.lastChange.checkedAt >= *m_changedSince))
        && answerMatches(one.lastGood) && caseMatches(position) && wordsMatch(position, one.lastGood);
}

} // namespace linterna
