// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace linterna {

//! Puts `bytes` into the file at `path`, readable and writable by its owner alone: all of them, or the file stays as it
//! was. The folder must be there.
//! Errors: Storage; the detail names the file and what the system said.
[[nodiscard]] Result<Nothing> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace linterna
