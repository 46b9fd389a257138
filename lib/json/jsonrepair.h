// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/casestatus.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace linterna {

struct MendedJson {
    QByteArray json;
    //! What was mended and where, in the order of the reply; each name once, those beyond twenty together under an
    //! empty one.
    std::vector<MendedField> fields;
};

//! Mends the one damage that the Torch API is known to have sent (June 2026): quotation marks that were not escaped
//! inside an HTML tag in a string value, as in "See <a href="https://…">status</a>". Only the quotation marks inside
//! such a tag are escaped; nothing is added or taken away otherwise, and what is escaped already is left alone.
//! Empty for valid JSON, and where nothing of that kind was found. The result is not promised to be JSON: parse it
//! strictly.
[[nodiscard]] std::optional<MendedJson> repairedJson(const QByteArray &body);

} // namespace linterna
