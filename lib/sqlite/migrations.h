// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

#include <QStringList>

#include <vector>

namespace linterna {

//! How a kind of file came to be what it is. The version of a file is the number of steps that it has seen.
struct Schema {
    //! Stands in the file's header (PRAGMA application_id) and tells our files from other SQLite databases.
    qint32 applicationId = 0;
    //! The statements of each step. A step that was released is never changed; a new one is added behind it.
    std::vector<QStringList> steps;

    [[nodiscard]] int version() const { return static_cast<int>(steps.size()); }
};

//! Why a file of this version is refused, for Error::detail.
[[nodiscard]] QString tooNew(qint64 version, const Schema &schema);

//! Brings the database to the newest version, one transaction a step. Several programs may do so at once.
//! Error (Storage): newer than this program, not writable, or a step failed; the steps before it stay.
[[nodiscard]] std::optional<Error> migrate(const Database &database, const Schema &schema);

} // namespace linterna
