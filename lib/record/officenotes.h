// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listquery.h"

namespace linterna {

//! What people of the office wrote into a record, in contrast to what was answered: it can be taken over into another
//! record.
struct OfficeNotes {
    struct Case {
        ReceiptNumber receipt;
        CaseDetails details;
        bool operator==(const Case &) const = default;
    };
    std::vector<Case> cases = {}; //!< Cases of which something is known.
    std::vector<SavedFilter> filters = {};

    bool operator==(const OfficeNotes &) const = default;
    [[nodiscard]] bool isEmpty() const { return cases.empty() && filters.empty(); }
};

//! Merges the details of one case, where `later` was written without sight of `earlier`: nothing is lost but where
//! there can be only one (client, file number, owner, next step, due date): the later. Merging again changes nothing.
[[nodiscard]] CaseDetails together(const CaseDetails &earlier, const CaseDetails &later);
//! Merges saved filters: of two with one name the later stays.
[[nodiscard]] std::vector<SavedFilter> together(std::vector<SavedFilter> earlier,
                                                const std::vector<SavedFilter> &later);

} // namespace linterna
