// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/migrations.h"

namespace linterna {

//! What of a database's schema is not as the migrations make it, for Error::detail: the first table, column, index,
//! trigger, view or anything else that is there and is not ours, is another than ours, or is not there. Empty where all
//! is exactly ours, as of `version`. Nothing of the schema is run, and no row of a table is read.
struct SchemaCheck {
    std::optional<QString> foreign = {};
    //! The schema could not be read: why, and SQLite's result code.
    std::optional<Error> error = {};
    int resultCode = 0;
};
[[nodiscard]] SchemaCheck checkSchema(const Database &database, const Schema &schema, int version);

//! checkSchema() for a file of the newest version, as an Error (Storage; names the file); empty where the schema is
//! ours.
[[nodiscard]] std::optional<Error> refuseForeignSchema(const Database &database, const Schema &schema,
                                                       const QString &file);

} // namespace linterna
