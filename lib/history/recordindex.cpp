// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/recordindex.h"

#include "history/storednames.h"
#include "text/searchtext.h"

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Rows that are read in one go: some milliseconds.
constexpr int sliceOfCases = 500;
constexpr int sliceOfAnswers = 400;
constexpr int sliceOfChecks = 3000;

constexpr std::uint32_t unknownPosition = 0xFFFF'FFFF;

QString answerQuery()
{
    return u"SELECT answers.id, "_s + AnswerShelf::columns() + u" FROM answers "_s;
}

QString checkQuery()
{
    return u"SELECT id, checked_at, case_id, answer_id, outcome, change, category FROM checks "_s;
}
struct IndexedCheckColumn {
    enum Index { CheckId, CheckedAt, CaseId, AnswerId, Outcome, Changed, Category };
};

//! What `word` means, asked for once.
template<class T, class Meaning>
T meaningOf(QHash<qint64, T> &known, qint64 number, const Wordbook &words, Meaning meaning)
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

RecordIndex::RecordIndex(RecordTables &tables) : m_tables(&tables), m_letters(tables.texts) {}

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
    Rows rows =
        m_tables->database->query(u"SELECT %1 FROM cases WHERE id > ? ORDER BY id LIMIT ?"_s.arg(CaseTable::columns()),
                                  {m_lastRead, sliceOfCases});
    int count = 0;
    for (; rows.next(); ++count) {
        m_lastRead = rows.integer(0);
        takeCase(m_tables->cases.read(rows, 0));
    }
    if (count < sliceOfCases && !rows.error()) {
        m_phase = Phase::Answers;
        m_lastRead = 0;
    }
    return rows.error();
}

void RecordIndex::takeCase(const KeptCase &kept)
{
    const auto at = static_cast<std::size_t>(kept.id);
    if (m_cases.size() <= at)
        m_cases.resize(at + 1);
    ++m_caseGeneration;
    IndexedCase &indexed = m_cases[at];
    indexed.id = kept.removed ? 0 : kept.id;
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
    Rows rows = m_tables->database->query(answerQuery() + u"WHERE answers.id > ? ORDER BY answers.id LIMIT ?"_s,
                                          {m_lastRead, sliceOfAnswers});
    int count = 0;
    for (; rows.next(); ++count) {
        m_lastRead = rows.integer(0);
        takeAnswer(rows);
    }
    if (count < sliceOfAnswers && !rows.error()) {
        m_phase = Phase::Checks;
        m_lastRead = std::numeric_limits<qint64>::max();
    }
    return rows.error();
}

void RecordIndex::takeAnswer(const Rows &rows)
{
    const auto id = static_cast<std::size_t>(rows.integer(0));
    if (m_answerAt.size() <= id)
        m_answerAt.resize(id + 1, unknownPosition);
    if (m_answerAt[id] == unknownPosition) {
        m_answerAt[id] =
            m_letters.add(rows.integer(1), rows.integer(2), rows.integer(3), m_tables->answers.readValues(rows, 1));
    }
}

IndexedCheck RecordIndex::checkFrom(const Rows &rows)
{
    const Wordbook &words = m_tables->words;
    const auto answer = static_cast<std::size_t>(rows.integer(IndexedCheckColumn::AnswerId));
    const auto ofCase = static_cast<std::size_t>(rows.integer(IndexedCheckColumn::CaseId));
    if (m_cases.size() <= ofCase)
        m_cases.resize(ofCase + 1);
    if (answer >= m_answerAt.size() || m_answerAt[answer] == unknownPosition) { // gone: what it said cannot be found
        m_answerAt.resize(std::max(m_answerAt.size(), answer + 1), unknownPosition);
        m_answerAt[answer] = m_letters.add(0, 0, 0, {});
    }
    return {.id = rows.integer(IndexedCheckColumn::CheckId),
            .checkedAt =
                static_cast<std::uint32_t>(std::max<qint64>(0, rows.integer(IndexedCheckColumn::CheckedAt) / 1000)),
            .ofCase = static_cast<std::uint32_t>(ofCase),
            .answer = m_answerAt[answer],
            .outcome = meaningOf(m_outcomes, rows.integer(IndexedCheckColumn::Outcome), words, outcomeFromName),
            .change = meaningOf(m_changes, rows.integer(IndexedCheckColumn::Changed), words, changeFromName),
            .category = meaningOf(m_categories, rows.integer(IndexedCheckColumn::Category), words, categoryFromName)};
}

void RecordIndex::noteLast(const IndexedCheck &check, bool newest)
{
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
        Rows last = m_tables->database->query(u"SELECT seq FROM sqlite_sequence WHERE name = 'checks'"_s);
        if (last.next())
            m_read.reserve(static_cast<std::size_t>(last.integer(0))); // else it would be copied as it grows
        if (last.error())
            return last.error();
    }
    Rows rows = m_tables->database->query(checkQuery() + u"WHERE id < ? AND removal = 0 ORDER BY id DESC LIMIT ?"_s,
                                          {m_lastRead, sliceOfChecks});
    int count = 0;
    for (; rows.next(); ++count) {
        m_read.push_back(checkFrom(rows));
        m_lastRead = m_read.back().id;
        noteLast(m_read.back(), false);
    }
    if (count < sliceOfChecks && !rows.error())
        m_phase = Phase::Complete;
    return rows.error();
}

std::optional<Error> RecordIndex::addCheck(qint64 id)
{
    ++m_generation;
    Rows rows = m_tables->database->query(checkQuery() + u"WHERE id = ?"_s, {id});
    if (!rows.next())
        return rows.error();
    const qint64 caseId = rows.integer(IndexedCheckColumn::CaseId);
    const qint64 answerId = rows.integer(IndexedCheckColumn::AnswerId);
    // What has not been read in so far will be, and this with it.
    if (m_phase == Phase::Cases)
        return {};
    if (static_cast<std::size_t>(caseId) >= m_cases.size() || m_cases[static_cast<std::size_t>(caseId)].id == 0) {
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
        marks[i] = one.id != 0 && (!among || (*among)[i] != 0)
            && (isWithin(word, one.text) || (asPrinted && isWithin(unseparated, one.receipt())));
    }
    return marks;
}

} // namespace linterna
