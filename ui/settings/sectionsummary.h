// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace linterna {

//! The parts of the form that open in place.
enum class FormSection { Addresses, TokenRequest, Headers, Limits, Network };

[[nodiscard]] QString sectionTitle(FormSection section);
//! In a few words, what stands in a part while it is closed. `fields`: those of a connection file, right or wrong.
[[nodiscard]] QString sectionSummary(FormSection section, const QJsonObject &fields);

} // namespace linterna
