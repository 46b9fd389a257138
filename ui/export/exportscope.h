// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/exportoptions.h"
#include "history/listrow.h"

namespace linterna {

//! What there is to be exported: parts of the list that a person looks at, and how long each would be.
struct ExportScope {
    enum class Part { Selected, Listed, All };
    using Line = ExportOptions::Line;

    //! Which list, what of it, in which order.
    ListWish wish = {};
    //! Ids of its selected rows, if these are wanted.
    std::vector<qint64> selected = {};
    //! How many lines each of visits() gives.
    std::vector<qint64> counts = {};

    //! Those that there are, first the one that a person expects.
    [[nodiscard]] std::vector<Part> parts() const;
    //! What a line can stand for, the same way: cases also for each of their checks, checks for themselves alone.
    [[nodiscard]] std::vector<Line> lines() const;
    [[nodiscard]] VisitScope visit(Part part, Line line) const;
    //! Of each part with each line.
    [[nodiscard]] std::vector<VisitScope> visits() const;
    [[nodiscard]] qint64 count(Part part, Line line) const;
};

} // namespace linterna
