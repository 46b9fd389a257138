// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionstore.h"

#include <QString>

namespace linterna {

//! The files in the data directory.
struct Places {
    explicit Places(QString dataDir) : m_dir(std::move(dataDir)) {}
    [[nodiscard]] QString record() const { return m_dir + QStringLiteral("/history.db"); }
    [[nodiscard]] QString connections() const { return m_dir + QStringLiteral("/connections.json"); }
    [[nodiscard]] QString settings() const { return m_dir + QStringLiteral("/settings.ini"); }

private:
    QString m_dir;
};

//! "there is no connection …; there are …".
[[nodiscard]] inline QString unknownConnection(const QString &name, const ConnectionStore &connections)
{
    QStringList names;
    for (const Connection &connection : connections.all())
        names << QStringLiteral("\"%1\"").arg(connection.name);
    return QStringLiteral("there is no connection \"%1\"; there are %2").arg(name, names.join(QStringLiteral(", ")));
}

} // namespace linterna
