// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordindex/answertextindex.h"

#include <QHash>

#include <span>

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
    bool takenIn = false; //!< CheckValues::takenIn.
};

//! What is known of a case without looking at the disk.
struct IndexedCase {
    qint64 id = 0;
    bool there = false; //!< False for a deleted case, and for the one at position 0.
    //! Receipt number, client and note, searchable, a line each. The first is empty where the case cannot be read.
    QByteArray text = {};
    //! Positions in RecordIndex::tags().
    std::vector<std::uint32_t> tags = {};
    bool onHold = false;
    //! The last check, the last good one, and the last good one that said something else than the one before: by the
    //! time of the check, of two with the same by id.
    IndexedCheck lastCheck = {};
    IndexedCheck lastGood = {};
    IndexedCheck lastChange = {};

    [[nodiscard]] QByteArrayView receipt() const { return QByteArrayView(text).first(text.indexOf('\n')); }
    [[nodiscard]] QByteArrayView client() const;
};

//! All checks and cases of a record in memory, in so few bytes that a million take about 50 MB: what is searched,
//! filtered, sorted and counted, at once. It is fed with plain values, in any number of batches: cases before their
//! checks, texts and answers (texts()) before the checks that got them. Whoever feeds it names cases and checks by their
//! ids in the record; everything else is named by positions of the index's own.
class RecordIndex
{
public:
    //! Takes in cases that are new, or what they are now.
    void putCases(std::span<const CaseValues> cases);
    //! The texts and answers, to add to.
    [[nodiscard]] AnswerTextIndex &texts()
    {
        ++m_generation;
        return m_letters;
    }
    //! Takes in checks that were recorded before all that were taken in so far, newest first.
    void addOlder(std::span<const CheckValues> checks);
    //! Takes in a check that was recorded after all that were taken in so far.
    void addNewer(const CheckValues &check);
    //! Announces how many checks will come by addOlder(), so that nothing is copied while the list grows.
    void reserve(std::size_t checks) { m_read.reserve(checks); }

    //! Grows with each change, so that what was worked out before is known to be old.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    //! Grows with each case that is taken in or changed.
    [[nodiscard]] std::uint64_t caseGeneration() const { return m_caseGeneration; }

    // Checks by position: 0 is the one that was recorded last.
    [[nodiscard]] std::size_t checkCount() const { return m_read.size() + m_added.size(); }
    [[nodiscard]] const IndexedCheck &check(std::size_t position) const
    {
        return position < m_added.size() ? m_added[m_added.size() - 1 - position] : m_read[position - m_added.size()];
    }
    //! Whether they are in order by their positions, newest first. Not so where checks came from files, in whatever
    //! order. What was recorded here stays in the order of recording, also where a clock stood wrong.
    [[nodiscard]] bool isInOrder() const { return m_inOrder; }
    //! Position of the newest check with an id of at most this one; checkCount() where there is none.
    [[nodiscard]] std::size_t positionOf(qint64 id) const;

    //! The cases, in no order. The first stands for the case that a check names and that is not there.
    [[nodiscard]] const std::vector<IndexedCase> &cases() const { return m_cases; }
    //! Position of a case; 0 where there is none.
    [[nodiscard]] std::uint32_t positionOfCase(qint64 id) const { return m_caseAt.value(id, 0); }
    [[nodiscard]] const AnswerTextIndex &letters() const { return m_letters; }
    [[nodiscard]] const QStringList &tags() const { return m_tags; }

    //! Marks the cases that have this word (of searchWords()) in receipt number, client or note. `among`: no other
    //! cases are looked at.
    [[nodiscard]] Marks casesWith(const QByteArray &word, const Marks *among = nullptr) const;

private:
    void putCase(const CaseValues &values);
    [[nodiscard]] IndexedCheck indexed(const CheckValues &values) const;
    //! Notes whether two checks that follow each other are in order.
    void compareTimes(const IndexedCheck &newer, const IndexedCheck &older)
    {
        m_inOrder = m_inOrder && (newer.checkedAt >= older.checkedAt || (!newer.takenIn && !older.takenIn));
    }
    //! Updates the last checks of the check's case.
    void noteLast(const IndexedCheck &check);

    std::uint64_t m_generation = 0;
    std::uint64_t m_caseGeneration = 0;
    AnswerTextIndex m_letters;
    bool m_inOrder = true;
    //! The first stands for a case that is not there.
    std::vector<IndexedCase> m_cases = std::vector<IndexedCase>(1);
    QHash<qint64, std::uint32_t> m_caseAt;
    QStringList m_tags;
    std::vector<IndexedCheck> m_read;  //!< By addOlder(); newest first.
    std::vector<IndexedCheck> m_added; //!< By addNewer(); oldest first.
};

} // namespace linterna
