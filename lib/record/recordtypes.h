// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "lib/record/caserecord.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace linterna {

class Scratch;

//! A line of the list of checks: enough to paint it.
struct CheckRow : ListRowBase {
    QString connection = {};
    AskedBy askedBy = AskedBy::Person;
    int httpStatus = 0; //!< 0 where there was no reply.
};

//! Who opens a record. lib/record/deletionrules.h says what each may do.
enum class RecordRole {
    Owner, //!< The one program that holds the lock of the folder: the window, or a restoration without one.
    Guest, //!< Anybody beside it: reads and adds.
};

//! Where the record is kept and with which key.
struct RecordLocation {
    //! Database file; its folder is made when missing. Empty: memory, for this run only.
    QString file;
    //! 32 bytes. Never empty.
    Secret dataKey;
    RecordRole role = RecordRole::Guest;
};

//! A copy of the record in a temporary file, which `scratch` removes when it goes, and the key that the copy is written
//! with.
struct RecordCopy {
    std::shared_ptr<Scratch> scratch;
    Secret dataKey;
};

//! May a record that is not empty be replaced?
enum class Replace {
    EmptyOnly,
    KeepOther, //!< Yes, and a copy of it is kept beside under a new name.
};

//! Sees every check, or every case, in turn, on the store's thread, away from the window's.
class RecordVisitor
{
public:
    RecordVisitor() = default;
    virtual ~RecordVisitor() = default;
    Q_DISABLE_COPY_MOVE(RecordVisitor)
    //! Whether the raw reply and the requests of a check are wanted. Where they are not, they are left empty, and all
    //! is read in half the time.
    [[nodiscard]] virtual bool wantsRequests() const { return true; }
    //! Called before the first row. An Error of this or of any function below ends the visit.
    [[nodiscard]] virtual std::optional<Error> begin() = 0;
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
