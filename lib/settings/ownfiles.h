// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/filetrouble.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace linterna {

//! This program's own files, as they lie in its folder before anything is opened. To be used by the owner of the folder
//! alone (lib/record/deletionrules.h): a guest renames nothing.

//! The program's own files in the folder that are there and hold something.
[[nodiscard]] QStringList ownFilesIn(const QString &folder);

//! Finds out which of the program's own files, settings apart, are gone, empty, or have a folder in their place;
//! `known` are those that were there before. What is in the way is set aside under a name that is told, but for the
//! file with a key, in whose place only a copy of it helps. `now` is UTC. Files that hold something are for whoever
//! reads them to judge.
[[nodiscard]] FileTroubles lookAtOwnFiles(const QString &folder, const QStringList &known, const QDateTime &now);

//! What is wrong with the settings file at that path; empty where nothing is, and where it was never written
//! (`known`).
[[nodiscard]] std::optional<FileTrouble::What> troubleOfSettings(const QString &file, const QStringList &known);

//! Renames what stands at `path`, a folder too, to "settings.damaged-20261130-072055.ini", and gives what was done.
//! Where it cannot be renamed it stays. `now` is UTC.
[[nodiscard]] FileTrouble setOwnFileAside(const QString &path, FileTrouble::What what, const QDateTime &now);

} // namespace linterna
