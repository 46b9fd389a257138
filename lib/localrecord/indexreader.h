// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/recordindex/recordindex.h"

#include <map>

namespace linterna {

//! Feeds a RecordIndex from the tables: from the newest check to the oldest, a slice at a time, so that nothing waits
//! for it, and then what is recorded. Row numbers of answers and texts, by which the tables name them, end here.
class IndexReader
{
public:
    IndexReader(RecordTables &tables, RecordIndex &index);

    //! Reads in some more. True when there is nothing left to read.
    [[nodiscard]] Result<bool> readMore();
    [[nodiscard]] bool isComplete() const { return m_phase == Phase::Complete; }
    //! Takes in a check that was added, or a case that was changed, since the reading began; the tables hold it by now.
    [[nodiscard]] std::optional<Error> addCheck(qint64 id);
    [[nodiscard]] std::optional<Error> updateCase(qint64 id);
    //! Ids of cases that do not stand under the hash of their receipt number, so that they would not be found by it.
    //! Gives each id once.
    [[nodiscard]] std::vector<qint64> takeMisplacedCases() { return std::exchange(m_misplaced, {}); }

private:
    enum class Phase { Cases, Answers, Checks, Complete };
    [[nodiscard]] std::optional<Error> readCases();
    [[nodiscard]] std::optional<Error> readAnswers();
    [[nodiscard]] std::optional<Error> readChecks();
    void takeAnswer(const Rows &rows);
    [[nodiscard]] std::uint32_t positionOfAnswer(qint64 id) const;
    [[nodiscard]] std::uint32_t positionOfHeading(qint64 id);
    [[nodiscard]] std::uint32_t positionOfLetter(qint64 id);
    [[nodiscard]] std::uint32_t positionOfTimeline(const std::vector<TimelineEntry> &timeline);
    [[nodiscard]] CheckValues checkFrom(const Rows &rows);

    RecordTables &m_tables;
    RecordIndex &m_index;
    Phase m_phase = Phase::Cases;
    //! The id with which the next slice begins; at the start of a phase the smallest or the largest id there is.
    qint64 m_next;
    //! No check has been read in so far.
    bool m_atNewest = true;
    //! Ids of answers in ascending order; an answer's position in the index is its place here plus one, because position
    //! 0 stands for an answer that is not there. Looked up by search, because a damaged id must not become a size or a
    //! place. Answers that did not come in ascending order are in m_answersOutOfOrder, with their positions.
    std::vector<qint64> m_answerIds;
    QHash<qint64, std::uint32_t> m_answersOutOfOrder;
    //! Positions in the index of headings and letters, by their ids.
    QHash<qint64, std::uint32_t> m_headings;
    QHash<qint64, std::uint32_t> m_letters;
    //! Positions in the index of the texts of timelines (by English and Spanish), and of timelines (by their texts).
    QHash<std::pair<QString, QString>, std::uint32_t> m_timelineTexts;
    std::map<std::vector<std::uint32_t>, std::uint32_t> m_timelines;
    std::vector<qint64> m_misplaced;
    //! What the numbers of names (NameTable) stand for.
    QHash<qint64, std::optional<ErrorCode>> m_outcomes;
    QHash<qint64, Change> m_changes;
    QHash<qint64, StatusCategory> m_categories;
};

} // namespace linterna
