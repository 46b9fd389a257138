// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QByteArray>

namespace linterna {

//! Reads a file on a thread of its own: a drive in the network may let one wait for long. Gives at most `limit` bytes
//! and one more, so that whoever asked sees that there is more.
//! Errors: Storage; the detail is the system's reason. A folder and what is no file are refused.
[[nodiscard]] JobOf<QByteArray> *readFileSoon(const QString &path, qint64 limit, QObject *parent);

} // namespace linterna
