// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/migrations.h"

namespace linterna {

//! What a look at a database file found. Looking changes nothing in the file.
struct DatabaseLook {
    enum class State {
        Missing,     //!< There is no such file.
        Empty,       //!< A database, or a file of no bytes, without any content yet.
        Known,       //!< One of ours, of a version that we know.
        Interrupted, //!< The creation of the file was cut short; opening it for writing mends it.
        Newer,       //!< One of ours, written by a later version of this program.
        Foreign,     //!< A database of another program, or one that holds what no version of ours makes.
        Damaged,     //!< No database, or one whose structure is broken.
        Unreachable, //!< The file cannot be read: permissions, a lock, an error of the disk.
    };
    State state = State::Missing;
    //! What is wrong, for Newer, Foreign, Damaged and Unreachable (Storage; names the file).
    std::optional<Error> error;
    //! A read-only connection, for Known; null for all other states.
    std::shared_ptr<Database> database;
};

//! Files up to this size are read through once for broken structure when they are looked at; larger ones only where
//! SQLite does so by itself (header, length, schema), because reading takes about a second for each gigabyte.
inline constexpr qint64 thoroughLookBytes = qint64{64} * 1024 * 1024;

[[nodiscard]] DatabaseLook lookAtDatabase(const QString &file, const Schema &schema);

//! Makes the file, and its folder, where they are missing, so that only the person who runs the program can read them.
//! Error: Storage.
[[nodiscard]] std::optional<Error> makePrivateFile(const QString &file);

//! A name beside `file` that is free: "history.WHY-20261122-104200.db". `now` is UTC.
[[nodiscard]] QString nameBeside(const QString &file, const QString &why, const QDateTime &now);

//! Renames a file, with what belongs to it, to nameBeside() and gives that name; its bytes stay as they are. `now` is
//! UTC.
//! Error: Storage.
[[nodiscard]] Result<QString> setFileAside(const QString &file, const QString &why, const QDateTime &now);
//! setFileAside() for a damaged file ("history.damaged-20261122-104200.db").
[[nodiscard]] Result<QString> keepDamagedFile(const QString &file, const QDateTime &now);

} // namespace linterna
