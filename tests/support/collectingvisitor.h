// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historytypes.h"

#include <functional>

namespace linterna::test {

//! Keeps what it sees.
class CollectingVisitor : public HistoryVisitor
{
public:
    std::vector<HistoryRow> rows;
    std::vector<std::optional<CheckOutcome>> outcomes;
    std::function<void()> onRow = [] {};
    bool ended = false;

    std::optional<Error> begin() override { return {}; }
    std::optional<Error> row(const HistoryRow &row, const std::optional<CheckOutcome> &outcome) override
    {
        rows.push_back(row);
        outcomes.push_back(outcome);
        onRow();
        return {};
    }
    std::optional<Error> end() override
    {
        ended = true;
        return {};
    }
};

} // namespace linterna::test
