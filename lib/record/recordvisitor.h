// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listquery.h"
#include "lib/record/recordevent.h"

#include <functional>
#include <memory>

namespace linterna {

//! The rows that Record::visit() shows: all that match.
struct VisitScope {
    enum class What {
        Checks,        //!< Checks, oldest first.
        Cases,         //!< Cases, in the order of their list.
        ChecksOfCases, //!< Every check of cases, oldest first.
    };
    What what = What::Checks;
    //! The wanted checks, or cases, as in the list of either. The order counts for cases alone.
    ListCriteria criteria = {};
    //! Only these checks, or cases; none: all.
    std::vector<qint64> ids = {};
    //! Nothing else is done on the record's thread meanwhile: for a record that is about to be replaced by another one.
    bool atOnce = false;
    //! Called now and then, on the caller's thread, with how many rows were seen and how many there are.
    std::function<void(qint64 done, qint64 total)> progress = {};
};

//! Sees every check, or every case, in turn, on the record's thread, away from the window's.
class RecordVisitor
{
public:
    RecordVisitor() = default;
    virtual ~RecordVisitor() = default;
    Q_DISABLE_COPY_MOVE(RecordVisitor)
    //! Whether the raw reply and the requests of a check are wanted. Where they are not, they are left empty, and all
    //! is read in half the time.
    [[nodiscard]] virtual bool wantsRequests() const { return true; }
    //! Whether the events are wanted: of a visit to all checks every event of the record, of any other those of the
    //! checks it sees.
    [[nodiscard]] virtual bool wantsEvents() const { return false; }
    //! Called before the first event and row. An Error of this or of any function below ends the visit.
    [[nodiscard]] virtual std::optional<Error> begin() = 0;
    //! One event, before all rows; those of each desk in the order of their numbers. Of what is deleted the content is
    //! not there, whether that can still be taken back or not.
    [[nodiscard]] virtual std::optional<Error> event(const RecordEvent &) { return {}; }
    //! One check: its line in the list, and the whole of it (without `previous`). `outcome` is empty where the row
    //! cannot be read with this key; `row` then still tells what is not encrypted.
    [[nodiscard]] virtual std::optional<Error> row(CheckRow row, std::optional<CheckOutcome> outcome) = 0;
    //! One case, of a visit to cases: its line in the list, and what row() is shown of one check that stands for it.
    //! The check is its last good answer or, where there never was one, its last check; where none is left `row` has no
    //! id. By default only that check is seen.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): who overrides it may keep the case
    [[nodiscard]] virtual std::optional<Error> caseRow(CaseRow, CheckRow row, std::optional<CheckOutcome> outcome)
    {
        return this->row(std::move(row), std::move(outcome));
    }
    //! Called after the last row.
    [[nodiscard]] virtual std::optional<Error> end() = 0;
};

} // namespace linterna
