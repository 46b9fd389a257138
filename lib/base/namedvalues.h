// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace linterna {

//! Header fields or parameters, in the order in which they travel.
using NamedValues = std::vector<std::pair<QByteArray, QByteArray>>;

} // namespace linterna
