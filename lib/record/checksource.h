// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/record/caserecord.h"

#include <optional>

namespace linterna {

//! One check that comes from a file, with what the file says about its case.
struct ImportedCheck {
    //! `change` and `previous` are worked out anew; `id` is given anew.
    CheckOutcome outcome;
    CaseDetails details = {};
};

//! Gives checks one after the other, oldest first, on the record's thread.
class CheckSource
{
public:
    CheckSource() = default;
    virtual ~CheckSource() = default;
    Q_DISABLE_COPY_MOVE(CheckSource)
    //! The next check; empty after the last. An Error ends the import, and nothing of the import stays.
    [[nodiscard]] virtual Result<std::optional<ImportedCheck>> next() = 0;
};

} // namespace linterna
