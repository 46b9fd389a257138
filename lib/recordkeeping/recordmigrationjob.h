// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"

#include <set>

namespace linterna {

//! How far a move of checks from memory to a file has come. Keep it between tries.
struct RecordMoveMark {
    //! Ids in memory of the checks that are in the file already.
    std::set<qint64> moved;
};

//! Takes the checks of a run that was kept in memory over into a record that was opened meanwhile, in their order, with
//! all that people wrote, and then has `history` work on that. What is recorded into `history` while this goes on comes
//! along.
//!
//! No check gets lost and none is there twice, whatever fails in between: as long as this has not succeeded `history`
//! is as it was, and `mark` says what is in the file by then, so that another try adds the rest. Where `history` goes
//! meanwhile, what was begun comes to its end. (Only a check that was recorded in the very moment of the change and
//! then meets a full disk is told of as any other that could not be stored.)
//!
//! `target` is the record, opened at `location`; it goes when the job ends. Errors: Storage, Cancelled.
[[nodiscard]] JobOf<Nothing> *moveRecord(LocalRecord &history, std::unique_ptr<LocalRecord> target,
                                         const RecordLocation &location, std::shared_ptr<RecordMoveMark> mark);

} // namespace linterna
