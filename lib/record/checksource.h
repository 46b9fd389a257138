// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/record/caserecord.h"
#include "lib/record/recordevent.h"

#include <optional>
#include <variant>

namespace linterna {

//! One check that comes from a file, with what the file says about its case.
struct ImportedCheck {
    //! `change` and `previous` are worked out anew; `id` is given anew. `uuid` is that of its event, where the file names
    //! one.
    CheckOutcome outcome;
    //! Counts only where no event of the same file edits the case.
    CaseDetails details = {};
};
using ImportedItem = std::variant<RecordEvent, ImportedCheck>;

//! Gives what a file holds, one after the other, on the record's thread: first the events, those of each desk in the
//! order of their numbers, then the checks, oldest first. The event of a check comes before the check, or not at all.
class CheckSource
{
public:
    CheckSource() = default;
    virtual ~CheckSource() = default;
    Q_DISABLE_COPY_MOVE(CheckSource)
    //! The next event or check; empty after the last. An Error ends the import, and nothing of the import stays.
    [[nodiscard]] virtual Result<std::optional<ImportedItem>> next() = 0;
};

} // namespace linterna
