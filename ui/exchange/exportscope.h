// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportoptions.h"
#include "ui/list/listrow.h"

namespace linterna {

//! What can be exported: parts of the list that a person looks at, and how many lines each would give.
struct ExportScope {
    enum class Part { Selected, Listed, All };
    using Line = ExportOptions::Line;

    //! List, filter and order that the person looks at.
    ListWish wish = {};
    //! Ids of the list's selected rows; empty where Part::Selected is not to be offered.
    std::vector<qint64> selected = {};
    //! Numbers of lines, in the order of visits().
    std::vector<qint64> counts = {};

    //! Parts that can be chosen, first the one that a person expects.
    [[nodiscard]] std::vector<Part> parts() const;
    //! What a line of the file can stand for, first what a person expects: in a list of cases for a case or a check, in
    //! a list of checks for a check.
    [[nodiscard]] std::vector<Line> lines() const;
    [[nodiscard]] VisitScope visit(Part part, Line line) const;
    //! A visit for each part with each kind of line, to be counted.
    [[nodiscard]] std::vector<VisitScope> visits() const;
    [[nodiscard]] qint64 count(Part part, Line line) const;
};

} // namespace linterna
