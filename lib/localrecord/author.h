// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace linterna {

//! Who writes an event, and when.
struct Author {
    QDateTime at = {};
    QString person = {};
};

} // namespace linterna
