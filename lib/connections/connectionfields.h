// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"

#include <QJsonValue>

#include <span>

namespace linterna {

//! One field of a connection file: how it is read, checked and written. The one table behind files, the desk's own
//! store, and the editor's live checks.
struct ConnectionField {
    //! Where in the field's value the mistake is, as a path below the field: empty for the field itself. No value:
    //! nothing is wrong.
    using Wrong = std::optional<QString>;

    QLatin1StringView name;
    bool required;
    //! Whether the value may be repeated in an error. A URL may carry a password, a name may carry anything.
    bool repeatable;
    //! What is allowed, in English, for an Error's detail.
    QLatin1StringView allowed;
    Wrong (*take)(const QJsonValue &, Connection &);
    QJsonValue (*give)(const Connection &);
};

[[nodiscard]] std::span<const ConnectionField> connectionFields();

} // namespace linterna
