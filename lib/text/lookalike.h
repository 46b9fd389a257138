// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linterna {

//! Whether a person could take one name for the other: letters of other alphabets, letters and digits that look the
//! same (Unicode UTS #39), case, width, spaces, hyphens and characters without ink do not count.
[[nodiscard]] bool looksAlike(const QString &one, const QString &other);

} // namespace linterna
