// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/exchange/exportoptions.h"
#include "lib/tables/csvcell.h"

#include <QLatin1StringView>

#include <span>
#include <variant>

namespace linterna {

//! What the value of a cell is made of.
struct ExportSource {
    //! The check, or the one that speaks for the case (RecordVisitor::caseRow).
    const CheckRow &row;
    //! Null where the check could not be decrypted.
    const CheckOutcome *outcome;
    //! Null where it is no answer.
    const CaseStatus *status;
    //! Null where the line stands for a check.
    const CaseRow *ofCase;
};

//! A list is written as an array in JSON, and in CSV with " | " between.
using ExportValue = std::variant<QString, int, bool, QStringList>;

struct ExportColumn {
    //! Stable, for people's own programs.
    QLatin1StringView name;
    //! What must be there for the column to have a value. Only lines of cases have columns that need a Case.
    enum class Needs { Row, Check, Outcome, Status, Case } needs;
    enum class Language { None, English, Spanish } language;
    //! Whether it may hold a name (ExportOptions::masked).
    enum class Privacy { Plain, MayName } privacy;
    CsvCell cell;
    //! Gives the value, or none.
    std::optional<ExportValue> (*value)(const ExportSource &source);
    [[nodiscard]] bool isOf(ExportOptions::Line line) const
    {
        return needs != Needs::Case || line == ExportOptions::Line::Case;
    }
};

//! All columns of the everyday export, for checks and for cases. Names and order are a promise: columns are added at
//! the end.
[[nodiscard]] std::span<const ExportColumn> exportColumns();

//! The columns that these options ask for.
[[nodiscard]] std::vector<const ExportColumn *> chosenColumns(const ExportOptions &options);

//! The column of a complete CSV file that holds the check as JSON (lib/exchange/checkjson.h), after all others.
constexpr QLatin1StringView CheckColumn("check");

} // namespace linterna
