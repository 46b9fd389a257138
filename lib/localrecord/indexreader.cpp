// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/indexreader.h"

#include "lib/record/storednames.h"
#include "lib/text/cbortext.h"
#include "lib/text/safehtml.h"

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Rows that are read in one go: some milliseconds.
constexpr int sliceOfCases = 500;
constexpr int sliceOfAnswers = 400;
constexpr int sliceOfChecks = 3000;

constexpr qint64 smallestId = std::numeric_limits<qint64>::min();
constexpr qint64 largestId = std::numeric_limits<qint64>::max();

QString answerQuery()
{
    return u"SELECT answers.id, "_s + AnswerStore::columns() + u" FROM answers "_s;
}

QString checkQuery()
{
    return u"SELECT id, checked_at, case_id, answer_id, outcome, change, category, taken_in FROM checks "_s;
}
struct IndexedCheckColumn {
    enum Index { CheckId, CheckedAt, CaseId, AnswerId, Outcome, Changed, Category, TakenIn };
};

//! The value that the name with this number means; asked for once, then remembered in `known`.
template<class T, class Meaning>
T meaningOf(QHash<qint64, T> &known, qint64 number, const NameTable &names, Meaning meaning)
{
    const auto found = known.constFind(number);
    return found != known.cend() ? *found : *known.insert(number, meaning(names.word(number)));
}

//! Empty for a good answer. A name that is not known is that of some failure.
std::optional<ErrorCode> errorFromOutcomeName(const QString &name)
{
    return name == "ok"_L1 ? std::nullopt : std::optional(errorCodeFromName(name).value_or(ErrorCode::Server));
}

CaseValues valuesOf(const CaseEntry &entry)
{
    return {.id = entry.id, .receipt = entry.receipt, .details = entry.details, .deleted = entry.removed};
}

} // namespace

IndexReader::IndexReader(RecordTables &tables, RecordIndex &index)
    : m_tables(tables), m_index(index), m_next(smallestId)
{}

Result<bool> IndexReader::readMore()
{
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

std::optional<Error> IndexReader::readCases()
{
    Rows rows = m_tables.database->query(
        u"SELECT %1, receipt_hash FROM cases WHERE id >= ? ORDER BY id LIMIT ?"_s.arg(CaseTable::columns()),
        {m_next, sliceOfCases});
    std::vector<CaseValues> cases;
    while (rows.next()) {
        const CaseEntry entry = m_tables.cases.read(rows, 0);
        m_next = entry.id;
        cases.push_back(valuesOf(entry));
        if (!entry.removed && entry.receipt
            && rows.bytes(CaseTable::ColumnCount) != m_tables.cases.hashOf(*entry.receipt))
            m_misplaced.push_back(entry.id);
    }
    m_index.putCases(cases);
    if (rows.error())
        return rows.error();
    const bool more = cases.size() == sliceOfCases && m_next != largestId;
    m_phase = more ? m_phase : Phase::Answers;
    m_next = more ? m_next + 1 : smallestId;
    return {};
}

std::optional<Error> IndexReader::readAnswers()
{
    Rows rows = m_tables.database->query(answerQuery() + u"WHERE answers.id >= ? ORDER BY answers.id LIMIT ?"_s,
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

std::uint32_t IndexReader::positionOfHeading(qint64 id)
{
    if (id == 0)
        return AnswerTextIndex::NoText;
    if (const auto known = m_headings.constFind(id); known != m_headings.cend())
        return *known;
    const auto heading = m_tables.texts.heading(id);
    const auto at =
        heading ? m_index.texts().addHeading(heading->formType, heading->title) : m_index.texts().addHeading({}, {});
    return *m_headings.insert(id, at);
}

std::uint32_t IndexReader::positionOfLetter(qint64 id)
{
    if (id == 0)
        return AnswerTextIndex::NoText;
    if (const auto known = m_letters.constFind(id); known != m_letters.cend())
        return *known;
    AnswerTextIndex &texts = m_index.texts();
    if (const auto form = m_tables.texts.plain(id))
        return *m_letters.insert(id, texts.addLetter(*form));
    const auto text = m_tables.texts.text(id);
    const bool isWhole = text && text->kind == TextStore::Kind::OddLetter;
    return *m_letters.insert(id, texts.addText(isWhole ? safeHtml(textOfUnits(text->content)).text : QString()));
}

std::uint32_t IndexReader::positionOfTimeline(const std::vector<TimelineEntry> &timeline)
{
    if (timeline.empty())
        return AnswerTextIndex::NoText;
    std::vector<std::uint32_t> texts;
    texts.reserve(timeline.size());
    for (const TimelineEntry &entry : timeline) {
        const auto key = std::pair(entry.text.en, entry.text.es);
        auto known = m_timelineTexts.constFind(key);
        if (known == m_timelineTexts.cend())
            known = m_timelineTexts.insert(key, m_index.texts().addTimelineText(entry.text));
        texts.push_back(*known);
    }
    auto known = m_timelines.find(texts);
    if (known == m_timelines.end())
        known = m_timelines.emplace(texts, m_index.texts().addTimeline(texts)).first;
    return known->second;
}

std::uint32_t IndexReader::positionOfAnswer(qint64 id) const
{
    const auto found = std::ranges::lower_bound(m_answerIds, id);
    if (found != m_answerIds.end() && *found == id)
        return static_cast<std::uint32_t>(found - m_answerIds.begin()) + 1;
    return m_answersOutOfOrder.value(id, AnswerTextIndex::NoAnswer);
}

void IndexReader::takeAnswer(const Rows &rows)
{
    const qint64 id = rows.integer(0);
    if (positionOfAnswer(id) != AnswerTextIndex::NoAnswer)
        return;
    const bool inOrder = m_answersOutOfOrder.isEmpty() && (m_answerIds.empty() || m_answerIds.back() < id);
    const AnswerStore::Searched searched = m_tables.answers.readSearched(rows, 1);
    const AnswerValues answer{.heading = positionOfHeading(rows.integer(1)),
                              .en = positionOfLetter(rows.integer(2)),
                              .es = positionOfLetter(rows.integer(3)),
                              .values = searched.values,
                              .timeline = positionOfTimeline(searched.timeline)};
    const auto at = m_index.texts().addAnswer(answer);
    if (inOrder)
        m_answerIds.push_back(id);
    else
        m_answersOutOfOrder.insert(id, at);
}

CheckValues IndexReader::checkFrom(const Rows &rows)
{
    const NameTable &names = m_tables.words;
    return {.id = rows.integer(IndexedCheckColumn::CheckId),
            .checkedAt = rows.integer(IndexedCheckColumn::CheckedAt),
            .caseId = rows.integer(IndexedCheckColumn::CaseId),
            .answer = positionOfAnswer(rows.integer(IndexedCheckColumn::AnswerId)),
            .error = meaningOf(m_outcomes, rows.integer(IndexedCheckColumn::Outcome), names, errorFromOutcomeName),
            .change = meaningOf(m_changes, rows.integer(IndexedCheckColumn::Changed), names, changeFromName),
            .category = meaningOf(m_categories, rows.integer(IndexedCheckColumn::Category), names, categoryFromName),
            .takenIn = rows.integer(IndexedCheckColumn::TakenIn) != 0};
}

std::optional<Error> IndexReader::readChecks()
{
    if (m_atNewest) {
        Rows all = m_tables.database->query(u"SELECT count(*) FROM checks"_s); // counted, not what a number says
        if (all.next())
            m_index.reserve(static_cast<std::size_t>(all.integer(0)));
        if (all.error())
            return all.error();
    }
    Rows rows = m_tables.database->query(checkQuery() + u"WHERE id <= ? AND removal = 0 ORDER BY id DESC LIMIT ?"_s,
                                         {m_next, sliceOfChecks});
    std::vector<CheckValues> checks;
    while (rows.next()) {
        checks.push_back(checkFrom(rows));
        m_next = checks.back().id;
        m_atNewest = false;
    }
    m_index.addOlder(checks);
    if (rows.error())
        return rows.error();
    if (checks.size() < sliceOfChecks || m_next == smallestId)
        m_phase = Phase::Complete;
    else
        --m_next;
    return {};
}

std::optional<Error> IndexReader::addCheck(qint64 id)
{
    Rows rows = m_tables.database->query(checkQuery() + u"WHERE id = ?"_s, {id});
    if (!rows.next())
        return rows.error();
    const qint64 caseId = rows.integer(IndexedCheckColumn::CaseId);
    const qint64 answerId = rows.integer(IndexedCheckColumn::AnswerId);
    // What has not been read in so far will be read later, and this check with it.
    if (m_phase == Phase::Cases)
        return {};
    if (!m_index.cases()[m_index.positionOfCase(caseId)].there) {
        if (auto error = updateCase(caseId))
            return error;
    }
    if (m_phase == Phase::Answers)
        return {};
    Rows answer = m_tables.database->query(answerQuery() + u"WHERE answers.id = ?"_s, {answerId});
    if (answer.next())
        takeAnswer(answer);
    if (answer.error() || (m_phase == Phase::Checks && m_atNewest))
        return answer.error();
    // Another program's check may have been read in before it is told of.
    const std::size_t at = m_index.positionOf(id);
    if (at == m_index.checkCount() || m_index.check(at).id != id)
        m_index.addNewer(checkFrom(rows));
    return rows.error();
}

std::optional<Error> IndexReader::updateCase(qint64 id)
{
    Rows rows = m_tables.database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(CaseTable::columns()), {id});
    if (rows.next()) {
        const CaseValues values = valuesOf(m_tables.cases.read(rows, 0));
        m_index.putCases({&values, 1});
    }
    return rows.error();
}

} // namespace linterna
