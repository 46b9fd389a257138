// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/recordvisitor.h"

#include <functional>

namespace linterna::test {

//! A RecordVisitor that keeps all rows it is given.
class CollectingVisitor : public RecordVisitor
{
public:
    std::vector<CheckRow> rows;
    std::vector<std::optional<CheckOutcome>> outcomes;
    std::function<void()> onRow = [] {};
    bool ended = false;
    bool requests = true;

    bool wantsRequests() const override { return requests; }
    std::optional<Error> begin() override { return {}; }
    std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) override
    {
        rows.push_back(std::move(row));
        outcomes.push_back(std::move(outcome));
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
