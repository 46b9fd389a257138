// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

#include <algorithm>

namespace linterna {

QByteArray HttpReply::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &field) { return field.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace linterna
