// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

//! The files that this program keeps in its folder: the one list of them, for whoever makes, misses, or erases one.
namespace linterna::ownfile {

inline constexpr QLatin1StringView Record("history.db");
inline constexpr QLatin1StringView Key("history.key");
inline constexpr QLatin1StringView Requests("requests.db");
inline constexpr QLatin1StringView Connections("connections.json");
inline constexpr QLatin1StringView Settings("settings.ini");
inline constexpr QLatin1StringView Privacy("privacy.json");
inline constexpr std::array All{Record, Key, Requests, Connections, Settings, Privacy};

//! Whether a file of this name is one of them or comes from one: its lock or log, one that was set aside, one that was
//! just being written when the program was ended. Whole names only: an export that somebody called history.csv is
//! theirs.
[[nodiscard]] bool isOurs(const QString &name);
//! Whether a file of this name is a record that was set aside: damaged, replaced by a backup, without its key,
//! or a copy of before it was brought up to date.
[[nodiscard]] bool isOlderRecord(const QString &name);

} // namespace linterna::ownfile
