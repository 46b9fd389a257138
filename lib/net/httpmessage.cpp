// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/httpmessage.h"

#include <algorithm>

namespace linterna {

QByteArray HttpReply::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace linterna
