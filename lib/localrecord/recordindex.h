// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/answertextindex.h"
#include "lib/localrecord/recordtables.h"

namespace linterna {

//! What is known of a check without looking at the disk.
struct IndexedCheck {
    qint64 id = 0;               //!< 0: no check; a damaged row may have it too.
    std::uint32_t checkedAt = 0; //!< Seconds since 1970.
    std::uint32_t ofCase = 0;    //!< Position in RecordIndex::cases(); 0 stands for a case that is not there.
    std::uint32_t answer = 0;    //!< Position in AnswerTextIndex.
    std::uint8_t outcome = 0;    //!< 0 for a good answer, else the ErrorCode plus one.
    Change change = Change::None;
    StatusCategory category = StatusCategory::Other;
};

//! What is known of a case without looking at the disk.
struct IndexedCase {
    qint64 id = 0;
    bool there = false; //!< False for a deleted case, and for the one at position 0.
    //! Receipt number, client and note, searchable, a line each. The first is empty where the case cannot be read.
    QByteArray text = {};
    //! Positions in RecordIndex::tags().
    std::vector<std::uint16_t> tags = {};
    bool onHold = false;
    //! The last check, the last good one, and the last good one that said something else than the one before.
    IndexedCheck lastCheck = {};
    IndexedCheck lastGood = {};
    IndexedCheck lastChange = {};

    [[nodiscard]] QByteArrayView receipt() const { return QByteArrayView(text).first(text.indexOf('\n')); }
    [[nodiscard]] QByteArrayView client() const;
};

//! All checks and cases of the record in memory, in so few bytes that a million take about 50 MB: what is searched,
//! filtered, sorted and counted, at once. It is read in from the newest check to the oldest, a slice at a time, so that
//! nothing waits for it; what is shown is read from the disk.
class RecordIndex
{
public:
    explicit RecordIndex(RecordTables &tables);

    //! Reads in some more. True when there is nothing left to read.
    [[nodiscard]] Result<bool> readMore();
    [[nodiscard]] bool isComplete() const { return m_phase == Phase::Complete; }
    //! Takes in a check that was added, or a case that was changed, since the reading began; the tables hold it by now.
    [[nodiscard]] std::optional<Error> addCheck(qint64 id);
    [[nodiscard]] std::optional<Error> updateCase(qint64 id);
    //! Grows with each change, so that what was worked out before is known to be old.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    //! Grows with each case that is taken in or changed.
    [[nodiscard]] std::uint64_t caseGeneration() const { return m_caseGeneration; }

    // Checks by position: 0 is the newest.
    [[nodiscard]] std::size_t checkCount() const { return m_read.size() + m_added.size(); }
    [[nodiscard]] const IndexedCheck &check(std::size_t position) const
    {
        return position < m_added.size() ? m_added[m_added.size() - 1 - position] : m_read[position - m_added.size()];
    }
    //! Position of the newest check with an id of at most this one; checkCount() where there is none.
    [[nodiscard]] std::size_t positionOf(qint64 id) const;

    //! The cases, in no order. The first stands for the case that a check names and that is not there.
    [[nodiscard]] const std::vector<IndexedCase> &cases() const { return m_cases; }
    //! Position of a case; 0 where there is none.
    [[nodiscard]] std::uint32_t positionOfCase(qint64 id) const { return m_caseAt.value(id, 0); }
    //! Ids of cases that do not stand under the hash of their receipt number, so that they would not be found by it.
    //! Gives each id once.
    [[nodiscard]] std::vector<qint64> takeMisplacedCases() { return std::exchange(m_misplaced, {}); }
    [[nodiscard]] const AnswerTextIndex &letters() const { return m_letters; }
    [[nodiscard]] const QStringList &tags() const { return m_tags; }

    //! Marks the cases that have this word (of searchWords()) in receipt number, client or note. `among`: no other
    //! cases are looked at.
    [[nodiscard]] Marks casesWith(const QByteArray &word, const Marks *among = nullptr) const;

private:
    enum class Phase { Cases, Answers, Checks, Complete };
    [[nodiscard]] std::optional<Error> readCases();
    [[nodiscard]] std::optional<Error> readAnswers();
    [[nodiscard]] std::optional<Error> readChecks();
    void takeCase(const CaseEntry &kept);
    void takeAnswer(const Rows &rows);
    [[nodiscard]] std::uint32_t positionOfAnswer(qint64 id) const;
    [[nodiscard]] IndexedCheck checkFrom(const Rows &rows);
    //! Updates the last checks of the check's case. `newest`: the check comes after all that were taken in; else before
    //! them.
    void noteLast(const IndexedCheck &check, bool newest);

    RecordTables *m_tables;
    Phase m_phase = Phase::Cases;
    std::uint64_t m_generation = 0;
    std::uint64_t m_caseGeneration = 0;
    //! The id with which the next slice begins; at the start of a phase the smallest or the largest id there is.
    qint64 m_next;
    AnswerTextIndex m_letters;
    //! Ids of answers in ascending order; an answer's position in m_letters is its index here plus one, because
    //! position 0 stands for an answer that is not there. Looked up by search, because a damaged id must not become a
    //! size or an index. Answers that did not come in ascending order are in m_answersOutOfOrder, with their positions.
    std::vector<qint64> m_answerIds;
    QHash<qint64, std::uint32_t> m_answersOutOfOrder;
    std::vector<IndexedCase> m_cases;
    QHash<qint64, std::uint32_t> m_caseAt;
    std::vector<qint64> m_misplaced;
    QStringList m_tags;
    //! What the numbers of words (NameTable) stand for.
    QHash<qint64, std::uint8_t> m_outcomes;
    QHash<qint64, Change> m_changes;
    QHash<qint64, StatusCategory> m_categories;
    std::vector<IndexedCheck> m_read;  //!< Newest first.
    std::vector<IndexedCheck> m_added; //!< Checks recorded since the reading began; oldest first.
};

} // namespace linterna
