// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"

#include <cstdint>

namespace linterna {

//! What a RecordIndex is told of a case.
struct CaseValues {
    qint64 id = 0;
    //! Empty where the case cannot be read.
    std::optional<ReceiptNumber> receipt = {};
    CaseDetails details = {};
    bool deleted = false;
};

//! The values that stand in the blanks of an answer's two descriptions, each followed by a line feed
//! (TextTemplate::values).
struct BilingualValues {
    QByteArray en = {};
    QByteArray es = {};
};

//! What an AnswerTextIndex is told of an answer: where it keeps the answer's texts (AnswerTextIndex::NoText: there is
//! none), what stands in their blanks, and its timeline.
struct AnswerValues {
    std::uint32_t heading;
    std::uint32_t en;
    std::uint32_t es;
    BilingualValues values = {};
    //! What AnswerTextIndex::addTimeline() gave; NoText: an answer without a timeline.
    std::uint32_t timeline = 0xFFFF'FFFF;
};

//! What a RecordIndex is told of a check.
struct CheckValues {
    qint64 id = 0;        //!< Grows with the order of recording.
    qint64 checkedAt = 0; //!< Milliseconds since 1970.
    qint64 caseId = 0;    //!< CaseValues::id.
    //! What AnswerTextIndex::addAnswer() gave; AnswerTextIndex::NoAnswer where the answer cannot be read.
    std::uint32_t answer = 0;
    std::optional<ErrorCode> error = {}; //!< Empty for a good answer.
    Change change = Change::None;
    StatusCategory category = StatusCategory::Other;
    //! It came from a file: its id says nothing of when it was recorded.
    bool takenIn = false;
};

} // namespace linterna
