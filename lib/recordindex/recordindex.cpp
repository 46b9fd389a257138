// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordindex/recordindex.h"

#include "lib/text/searchtext.h"

#include <algorithm>
#include <limits>

namespace linterna {

namespace {

std::uint32_t secondsOf(qint64 milliseconds)
{
    constexpr qint64 last = std::numeric_limits<std::uint32_t>::max() - 1; // filters end before the one after it
    return static_cast<std::uint32_t>(std::clamp<qint64>(milliseconds / 1000, 0, last));
}

} // namespace

QByteArrayView IndexedCase::client() const
{
    const qsizetype begin = text.indexOf('\n') + 1;
    return QByteArrayView(text).sliced(begin, text.indexOf('\n', begin) - begin);
}

void RecordIndex::putCases(std::span<const CaseValues> cases)
{
    ++m_generation;
    ++m_caseGeneration;
    for (const CaseValues &values : cases)
        putCase(values);
}

void RecordIndex::putCase(const CaseValues &values)
{
    const auto known = m_caseAt.constFind(values.id);
    const auto at = known != m_caseAt.cend() ? *known : static_cast<std::uint32_t>(m_cases.size());
    if (known == m_caseAt.cend()) {
        m_cases.emplace_back();
        m_caseAt.insert(values.id, at);
    }
    IndexedCase &indexed = m_cases[at];
    indexed.id = values.id;
    indexed.there = !values.deleted;
    indexed.onHold = values.details.onHold;
    const QString receipt = values.receipt ? values.receipt->toString() : QString();
    indexed.text =
        searchable(receipt) + '\n' + searchable(values.details.client) + '\n' + searchable(values.details.note);
    indexed.tags.clear();
    for (const QString &tag : values.details.tags) {
        if (!m_tags.contains(tag))
            m_tags << tag;
        indexed.tags.push_back(static_cast<std::uint32_t>(m_tags.indexOf(tag)));
    }
}

IndexedCheck RecordIndex::indexed(const CheckValues &values) const
{
    return {.id = values.id,
            .checkedAt = secondsOf(values.checkedAt),
            .ofCase = positionOfCase(values.caseId),
            .answer = values.answer < m_letters.size() ? values.answer : AnswerTextIndex::NoAnswer,
            .outcome = static_cast<std::uint8_t>(values.error ? int(*values.error) + 1 : 0),
            .change = values.change,
            .category = values.category,
            .takenIn = values.takenIn};
}

void RecordIndex::noteLast(const IndexedCheck &check)
{
    if (check.ofCase == 0)
        return;
    IndexedCase &ofCase = m_cases[check.ofCase];
    const auto note = [&](IndexedCheck &last) {
        if (last.id == 0 || std::pair(check.checkedAt, check.id) > std::pair(last.checkedAt, last.id))
            last = check;
    };
    note(ofCase.lastCheck);
    if (check.outcome != 0)
        return;
    note(ofCase.lastGood);
    if (check.change >= Change::Wording)
        note(ofCase.lastChange);
}

void RecordIndex::addOlder(std::span<const CheckValues> checks)
{
    ++m_generation;
    for (const CheckValues &values : checks) {
        const std::size_t newer = checkCount();
        m_read.push_back(indexed(values));
        if (newer > 0)
            compareTimes(check(newer - 1), m_read.back());
        noteLast(m_read.back());
    }
}

void RecordIndex::addNewer(const CheckValues &added)
{
    ++m_generation;
    m_added.push_back(indexed(added));
    if (checkCount() > 1)
        compareTimes(m_added.back(), check(1));
    noteLast(m_added.back());
}

std::size_t RecordIndex::positionOf(qint64 id) const
{
    const auto older = [](const IndexedCheck &check, qint64 wanted) { return check.id > wanted; };
    const auto added = std::lower_bound(m_added.rbegin(), m_added.rend(), id, older);
    if (added != m_added.rend())
        return static_cast<std::size_t>(added - m_added.rbegin());
    return m_added.size()
        + static_cast<std::size_t>(std::lower_bound(m_read.begin(), m_read.end(), id, older) - m_read.begin());
}

Marks RecordIndex::casesWith(const QByteArray &word, const Marks *among) const
{
    // A receipt number may be typed as it is printed on a notice: EAC-99-991-03402.
    const QByteArray unseparated = QByteArray(word).replace('-', QByteArrayView());
    const bool asPrinted = unseparated != word && !unseparated.isEmpty();
    Marks marks(m_cases.size());
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        const IndexedCase &one = m_cases[i];
        marks[i] = one.there && (!among || (*among)[i] != 0)
            && (isWithin(word, one.text) || (asPrinted && isWithin(unseparated, one.receipt())));
    }
    return marks;
}

} // namespace linterna
