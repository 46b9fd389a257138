// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace linterna {

//! Has the system write everything of an open file to its disk. False: it could not.
[[nodiscard]] bool syncToDisk(QFileDevice &file);
//! Asks the system to forget what it remembers of the file, so that reading it reads the disk.
void forgetCached(QFileDevice &file);

//! Says, as long as this file is open, that whoever writes it lives: removeAbandoned() leaves it alone. Where the file
//! system has no locks, it leaves all files alone.
void markAsWritten(QFileDevice &file);
//! Removes a regular file of this user that has no other name and that no living program has marked. Else does nothing.
void removeAbandoned(const QString &path);

//! A path under which an open file can be opened again although it has no name yet; empty where it is its own.
[[nodiscard]] QString pathOfNameless(QFileDevice &file);
//! Renames an open file, in place of what stands at `target`. It may be closed afterwards. Empty where that succeeded,
//! else the reason, in the system's words.
[[nodiscard]] QString moveOpenFile(QFileDevice &file, const QString &target);

//! Names a file among all of this computer, wherever it is moved; another one that takes its place has another name.
//! Empty where there is no such file.
[[nodiscard]] QByteArray fileIdentity(const QString &path);

//! The descriptor of this process that the path names itself, links not followed (/proc/self/fd/7); -1 for none.
[[nodiscard]] int ownDescriptorAt(const QString &path);
//! Opens `file` for writing on a copy of a descriptor of this process, from where that stands.
[[nodiscard]] bool openCopyOf(int descriptor, QFile &file);

} // namespace linterna
