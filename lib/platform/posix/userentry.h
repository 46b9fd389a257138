// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linterna {

//! What the system's database of users says of one of them.
struct UserEntry {
    QString login;
    //! Full name, and behind a comma often room and telephone (the GECOS field); "&" stands for the login name with a
    //! capital letter. Often empty.
    QString description;
};

[[nodiscard]] std::optional<UserEntry> userEntry(unsigned user);

//! The user's full name; the login name where there is none.
[[nodiscard]] QString nameIn(const UserEntry &entry);

} // namespace linterna
