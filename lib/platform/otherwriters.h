// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace linterna {

//! Somebody else on this computer who can change what Linterna keeps: whoever can write a file can write another status
//! into it, and whoever can write a folder can put another file in its place.
struct OtherWriters {
    enum class Who {
        Everybody,
        Group, //!< `name`
        Owner, //!< Another user, `name`.
    };
    Who who = Who::Everybody;
    QString path; //!< The file or folder that they can write.
    QString name = {};

    bool operator==(const OtherWriters &) const = default;
};

//! Who else can write the file or folder at `path`; nobody where it does not exist. `above`: a folder that leads to
//! ours, in which only renaming matters.
[[nodiscard]] std::optional<OtherWriters> otherWritersAt(const QString &path, bool above);

//! The first other writer that is found, looking at: the folder, `files` in it, the folders above it, by its name as
//! given and where its links lead. The system's administrator is everybody's and does not count. What does not exist is
//! passed over.
[[nodiscard]] std::optional<OtherWriters> otherWritersOf(const QString &folder, const QStringList &files);

} // namespace linterna
