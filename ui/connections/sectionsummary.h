// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace linterna {

//! The parts of the form that open in place.
enum class FormSection { Addresses, TokenRequest, Headers, Limits, Network };

[[nodiscard]] QString sectionTitle(FormSection section);
//! What a closed part holds, in a few words. `fields`: fields of a connection file, which may be invalid.
[[nodiscard]] QString sectionSummary(FormSection section, const QJsonObject &fields);

} // namespace linterna
