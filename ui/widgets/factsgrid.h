// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

class QLayout;

namespace linterna {

//! Pairs of a name and its value.
using Facts = std::vector<std::pair<QString, QString>>;

//! Names on the left, values, whose text can be selected, on the right. A screen reader says both of a row together.
[[nodiscard]] QLayout *factsGrid(const Facts &facts);

} // namespace linterna
