// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordindex.h"

#include "lib/record/storednames.h"
#include "lib/text/searchtext.h"

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Rows that are read in one go: some milliseconds.
constexpr int sliceOfCases = 500;
constexpr int sliceOfAnswers = 400;
constexpr int sliceOfChecks = 3000;

//! Position in AnswerTextIndex of an empty answer, which stands for one that is not there.
constexpr std::uint32_t noAnswer = 0;
constexpr qint64 smallestId = std::numeric_limits<qint64>::min();
constexpr qint64 largestId = std::numeric_limits<qint64>::max();

std::uint32_t secondsOf(qint64 milliseconds)
{
    constexpr qint64 last = std::numeric_limits<std::uint32_t>::max() - 1; // filters end before the one after it
    return static_cast<std::uint32_t>(std::clamp<qint64>(milliseconds / 1000, 0, last));
}

QString answerQuery()
{
    return u"SELECT answers.id, "_s + AnswerStore::columns() + u" FROM answers "_s;
}

QString checkQuery()
{
    return u"SELECT id, checked_at, case_id, answer_id, outcome, change, category FROM checks "_s;
}
struct IndexedCheckColumn {
    enum Index { CheckId, CheckedAt, CaseId, AnswerId, Outcome, Changed, Category };
};

//! The value that the word with this number means; asked for once, then remembered in `known`.
template<class T, class Meaning>
T meaningOf(QHash<qint64, T> &known, qint64 number, const NameTable &words, Meaning meaning)
{
    const auto found = known.constFind(number);
    return found != known.cend() ? *found : *known.insert(number, meaning(words.word(number)));
}

std::uint8_t outcomeFromName(const QString &name)
{
    if (name == "ok"_L1)
        return 0;
    return static_cast<std::uint8_t>(int(errorCodeFromName(name).value_or(ErrorCode::Server)) + 1);
}

} // namespace

QByteArrayView IndexedCase::client() const
{
    const qsizetype begin = text.indexOf('\n') + 1;
    return QByteArrayView(text).sliced(begin, text.indexOf('\n', begin) - begin);
}

RecordIndex::RecordIndex(RecordTables &tables)
    : m_tables(&tables), m_next(smallestId), m_letters(tables.texts), m_cases(1)
{
    [[maybe_unused]] const auto none = m_letters.add(0, 0, 0, {});
    Q_ASSERT(none == noAnswer);
}

Result<bool> RecordIndex::readMore()
{
    if (isComplete())
        return true; // and what was found by it stays good
    ++m_generation;  // also where it fails half-way
    std::optional<Error> error;
    switch (m_phase) {
    case Phase::Cases:
        error = readCases();
        break;
    case Phase::Answers:
        error = readAnswers();
        break;
    case Phase::Checks:
        error = readChecks();
        break;
    case Phase::Complete:
        break;
    }
    if (error)
        return *error;
    return isComplete();
}

std::optional<Error> RecordIndex::readCases()
{
    Rows rows = m_tables->database->query(
        u"SELECT %1, receipt_hash FROM cases WHERE id >= ? ORDER BY id LIMIT ?"_s.arg(CaseTable::columns()),
        {m_next, sliceOfCases});
    int count = 0;
    for (; rows.next(); ++count) {
        const CaseEntry kept = m_tables->cases.read(rows, 0);
        m_next = kept.id;
        takeCase(kept);
        if (!kept.removed && kept.receipt
            && rows.bytes(CaseTable::ColumnCount) != m_tables->cases.hashOf(*kept.receipt))
            m_misplaced.push_back(kept.id);
    }
    if (rows.error())
        return rows.error();
    const bool more = count == sliceOfCases && m_next != largestId;
    m_phase = more ? m_phase : Phase::Answers;
    m_next = more ? m_next + 1 : smallestId;
    return {};
}

void RecordIndex::takeCase(const CaseEntry &kept)
{
    const auto known = m_caseAt.constFind(kept.id);
    const auto at = known != m_caseAt.cend() ? *known : static_cast<std::uint32_t>(m_cases.size());
    if (known == m_caseAt.cend()) {
        m_cases.emplace_back();
        m_caseAt.insert(kept.id, at);
    }
    ++m_caseGeneration;
    IndexedCase &indexed = m_cases[at];
    indexed.id = kept.id;
    indexed.there = !kept.removed;
    indexed.onHold = kept.details.onHold;
    const QString receipt = kept.receipt ? kept.receipt->toString() : QString();
    indexed.text = searchable(receipt) + '\n' + searchable(kept.details.client) + '\n' + searchable(kept.details.note);
    indexed.tags.clear();
    for (const QString &tag : kept.details.tags) {
        if (!m_tags.contains(tag))
            m_tags << tag;
        indexed.tags.push_back(static_cast<std::uint16_t>(m_tags.indexOf(tag)));
    }
}

std::optional<Error> RecordIndex::readAnswers()
{
    Rows rows = m_tables->database->query(answerQuery() + u"WHERE answers.id >= ? ORDER BY answers.id LIMIT ?"_s,
                                          {m_next, sliceOfAnswers});
    int count = 0;
    for (; rows.next(); ++count) {
        m_next = rows.integer(0);
        takeAnswer(rows);
    }
    if (rows.error())
        return rows.error();
    const bool more = count == sliceOfAnswers && m_next != largestId;
    m_phase = more ? m_phase : Phase::Checks;
    m_next = more ? m_next + 1 : largestId;
    return {};
}

std::uint32_t RecordIndex::positionOfAnswer(qint64 id) const
{
    const auto found = std::ranges::lower_bound(m_answerIds, id);
    if (found != m_answerIds.end() && *found == id)
        return static_cast<std::uint32_t>(found - m_answerIds.begin()) + 1;
    return m_answersOutOfOrder.value(id, noAnswer);
}

void RecordIndex::takeAnswer(const Rows &rows)
{
    const qint64 id = rows.integer(0);
    if (positionOfAnswer(id) != noAnswer)
        return;
    const bool inOrder = m_answersOutOfOrder.isEmpty() && (m_answerIds.empty() || m_answerIds.back() < id);
    const auto at =
        m_letters.add(rows.integer(1), rows.integer(2), rows.integer(3), m_tables->answers.readValues(rows, 1));
    if (inOrder)
        m_answerIds.push_back(id);
    else
        m_answersOutOfOrder.insert(id, at);
}

IndexedCheck RecordIndex::checkFrom(const Rows &rows)
{
    const NameTable &words = m_tables->words;
    return {.id = rows.integer(IndexedCheckColumn::CheckId),
            .checkedAt = secondsOf(rows.integer(IndexedCheckColumn::CheckedAt)),
            .ofCase = positionOfCase(rows.integer(IndexedCheckColumn::CaseId)),
            .answer = positionOfAnswer(rows.integer(IndexedCheckColumn::AnswerId)),
            .outcome = meaningOf(m_outcomes, rows.integer(IndexedCheckColumn::Outcome), words, outcomeFromName),
            .change = meaningOf(m_changes, rows.integer(IndexedCheckColumn::Changed), words, changeFromName),
            .category = meaningOf(m_categories, rows.integer(IndexedCheckColumn::Category), words, categoryFromName)};
}

void RecordIndex::noteLast(const IndexedCheck &check, bool newest)
{
    if (check.ofCase == 0)
        return;
    IndexedCase &ofCase = m_cases[check.ofCase];
    const auto note = [&](IndexedCheck &last) {
        if (newest || last.id == 0)
            last = check;
    };
    note(ofCase.lastCheck);
    if (check.outcome != 0)
        return;
    note(ofCase.lastGood);
    if (check.change >= Change::Wording)
        note(ofCase.lastChange);
}

std::optional<Error> RecordIndex::readChecks()
{
    if (m_read.empty()) {
        Rows all = m_tables->database->query(u"SELECT count(*) FROM checks"_s); // counted, not what a number says
        if (all.next())
            m_read.reserve(static_cast<std::size_t>(all.integer(0))); // else it would be copied as it grows
        if (all.error())
            return all.error();
    }
    Rows rows = m_tables->database->query(checkQuery() + u"WHERE id <= ? AND removal = 0 ORDER BY id DESC LIMIT ?"_s,
                                          {m_next, sliceOfChecks});
    int count = 0;
    for (; rows.next(); ++count) {
        m_read.push_back(checkFrom(rows));
        m_next = m_read.back().id;
        noteLast(m_read.back(), false);
    }
    if (rows.error())
        return rows.error();
    if (count < sliceOfChecks || m_next == smallestId)
        m_phase = Phase::Complete;
    else
        --m_next;
    return {};
}

std::optional<Error> RecordIndex::addCheck(qint64 id)
{
    ++m_generation;
    Rows rows = m_tables->database->query(checkQuery() + u"WHERE id = ?"_s, {id});
    if (!rows.next())
        return rows.error();
    const qint64 caseId = rows.integer(IndexedCheckColumn::CaseId);
    const qint64 answerId = rows.integer(IndexedCheckColumn::AnswerId);
    // What has not been read in so far will be read later, and this check with it.
    if (m_phase == Phase::Cases)
        return {};
    if (!m_cases[positionOfCase(caseId)].there) {
        if (auto error = updateCase(caseId))
            return error;
    }
    if (m_phase == Phase::Answers)
        return {};
    Rows answer = m_tables->database->query(answerQuery() + u"WHERE answers.id = ?"_s, {answerId});
    if (answer.next())
        takeAnswer(answer);
    if (answer.error() || (m_phase == Phase::Checks && m_read.empty()))
        return answer.error();
    m_added.push_back(checkFrom(rows));
    noteLast(m_added.back(), true);
    return rows.error();
}

std::optional<Error> RecordIndex::updateCase(qint64 id)
{
    ++m_generation;
    Rows rows = m_tables->database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(CaseTable::columns()), {id});
    if (rows.next())
        takeCase(m_tables->cases.read(rows, 0));
    return rows.error();
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
