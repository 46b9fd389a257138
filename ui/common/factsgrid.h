// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

class QLayout;

namespace linterna {

//! Names and what there is to say of each.
using Facts = std::vector<std::pair<QString, QString>>;

//! Names on the left, values, which can be selected, on the right. One label a line, so that a screen reader says both
//! together.
[[nodiscard]] QLayout *factsGrid(const Facts &facts);

} // namespace linterna
