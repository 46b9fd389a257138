// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionstore.h"
#include "ui/widgets/factsgrid.h"

#include <QStringList>

namespace linterna {

//! Why a file's content is no valid connection file, in the language shown.
struct ImportRefusal {
    QString sentence;
    //! One line for each field that is wrong: its path, and what is allowed.
    QStringList fields;
};
[[nodiscard]] ImportRefusal importRefusal(const QByteArray &json, const ConnectionStore &connections);

//! What a person should know of a connection before importing it: its addresses, and unusual settings.
[[nodiscard]] Facts importFacts(const Connection &connection);

} // namespace linterna
