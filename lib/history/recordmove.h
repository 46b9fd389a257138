// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"

namespace linterna {

//! Where a move of checks from memory to a file stands. Keep it between tries.
struct RecordMoveMark {
    //! Checks of the record in memory up to this id are in the file already.
    qint64 upTo = 0;
};

//! Takes the checks of a run that was kept in memory over into a record that was opened meanwhile, in their order, and
//! then has `history` work on that. What is recorded into `history` while this goes on comes along.
//!
//! No check gets lost and none is there twice, whatever fails in between: as long as this has not succeeded `history`
//! is as it was, and `mark` says what is in the file by then, so that another try goes on behind it.
//!
//! `target` is the record, opened at `location`; it goes when the job ends. Errors: Storage, Cancelled.
[[nodiscard]] JobOf<Nothing> *moveRecord(HistoryStore &history, std::unique_ptr<HistoryStore> target,
                                         const HistoryLocation &location, std::shared_ptr<RecordMoveMark> mark);

} // namespace linterna
