// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <QByteArray>

namespace linterna {

//! Whether the file system can hold exactly this name. One that was not valid in its encoding has lost bytes on its
//! way: writing under what is left of it would make another file that looks the same.
[[nodiscard]] bool isExactName(const QString &path);

//! Puts `bytes` into the file at `path`, readable and writable by its owner alone: all of them, or the file stays as it
//! was. The folder must be there. A link is followed; a pipe, a device or a folder is refused, never replaced.
//! Errors: Storage; the detail names the file and what the system said.
[[nodiscard]] Result<Nothing> writeWholeFile(const QString &path, const QByteArray &bytes);

//! The content of a file, but no more than `limit` bytes and one: the caller sees by that one that there is more.
//! Anything but a file is refused. Errors: Storage; the detail is the system's reason.
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

} // namespace linterna
