// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportscope.h"

namespace linterna {

using VisitedWhat = VisitScope::What;

std::vector<ExportScope::Part> ExportScope::parts() const
{
    std::vector<Part> offered;
    if (!selected.empty())
        offered.push_back(Part::Selected);
    if (!wish.criteria.filter.isEmpty())
        offered.push_back(Part::Listed);
    offered.push_back(Part::All);
    return offered;
}

std::vector<ExportScope::Line> ExportScope::lines() const
{
    return wish.list == ListKind::Cases ? std::vector{Line::Case, Line::Check} : std::vector{Line::Check};
}

VisitScope ExportScope::visit(Part part, Line line) const
{
    VisitScope scope;
    if (line == Line::Case)
        scope = {.what = VisitedWhat::Cases,
                 .criteria = {.sort = wish.criteria.sort, .reversed = wish.criteria.reversed}};
    else if (wish.list == ListKind::Cases && part != Part::All)
        scope.what = VisitedWhat::ChecksOfCases;
    if (part == Part::Selected)
        scope.ids = selected;
    else if (part == Part::Listed)
        scope.criteria.filter = wish.criteria.filter;
    return scope;
}

std::vector<VisitScope> ExportScope::visits() const
{
    std::vector<VisitScope> all;
    for (const Part part : parts()) {
        for (const Line line : lines())
            all.push_back(visit(part, line));
    }
    return all;
}

qint64 ExportScope::count(Part part, Line line) const
{
    std::size_t place = 0;
    for (const Part eachPart : parts()) {
        for (const Line eachLine : lines()) {
            if (eachPart == part && eachLine == line)
                return place < counts.size() ? counts[place] : 0;
            ++place;
        }
    }
    return 0;
}

} // namespace linterna
