// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listquery.h"

namespace linterna {

inline constexpr QLatin1StringView filterColumn{"filter"};

//! How a saved filter is kept before it is encrypted: CBOR with a version number. Decoding gives nothing for what this
//! program does not understand.
[[nodiscard]] QByteArray encodeFilter(const SavedFilter &filter);
[[nodiscard]] std::optional<SavedFilter> decodeFilter(const QByteArray &bytes);

} // namespace linterna
