// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/platform/otherwriters.h"

namespace linterna {

//! What the system says of one file or folder.
struct PathAccess {
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

} // namespace linterna
