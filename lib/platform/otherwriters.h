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

//! What the system says of one file or folder.
struct PathAccess {
    bool isFolder = true;
    unsigned mode = 0; //!< Permissions, as chmod has them.
    unsigned user = 0; //!< Number of the user who owns it.
    unsigned group = 0;
    bool hasList = false; //!< An access list (ACL): the group's bits stand for all whom it names.
};

//! Whom the system runs the program for.
struct ThisUser {
    unsigned user = 0;
    //! A group that nobody else is in: Debian and others give each user one by the user's name, and with it a umask of
    //! 002, so that everything is writable for this group and yet for nobody else. That is no reason to warn.
    std::optional<unsigned> ownGroup = {};
};
[[nodiscard]] ThisUser thisUser();

//! Who else can write what `access` is about; nobody where it is empty. `above`: a folder that leads to ours, in which
//! only renaming matters: with the sticky bit (as /tmp has it) nobody but the owner can rename what is not theirs.
[[nodiscard]] std::optional<OtherWriters::Who> otherWriters(const PathAccess &access, const ThisUser &user, bool above);

//! The first other writer that is found, looking at: the folder, `files` in it, the folders above it, by its name as
//! given and where its links lead. Root is everybody's administrator and does not count. What does not exist is passed
//! over.
[[nodiscard]] std::optional<OtherWriters> otherWritersOf(const QString &folder, const QStringList &files);

} // namespace linterna
