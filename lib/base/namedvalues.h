// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace linterna {

//! Header fields or parameters, in the order in which they travel. Shared when copied, as Qt hands them out.
using NamedValues = QList<std::pair<QByteArray, QByteArray>>;

} // namespace linterna
