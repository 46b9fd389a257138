// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/ownfile.h"
#include "lib/base/unfinishedfile.h"
#include "lib/connections/connectionstore.h"

#include <QDir>
#include <QFile>
#include <QString>

namespace linterna {

//! The files in the data directory.
struct DataPaths {
    explicit DataPaths(QString dataDir) : m_dir(std::move(dataDir)) {}
    //! Makes the data directory, for its owner alone, where it is missing. Where that fails, whoever writes a file
    //! there says so.
    void make() const
    {
        if (!QDir().exists(m_dir) && QDir().mkpath(m_dir))
            QFile::setPermissions(m_dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    //! Takes away what programs that were killed left half written.
    void sweep() const
    {
        sweepUnfinished(m_dir);
        sweepUnfinished(certificates());
    }
    [[nodiscard]] QString record() const { return m_dir + u'/' + ownfile::Record; }
    //! The file that counts how many requests were sent on which day.
    [[nodiscard]] QString requestCounts() const { return m_dir + u'/' + ownfile::Requests; }
    [[nodiscard]] QString connections() const { return m_dir + u'/' + ownfile::Connections; }
    //! Folder for the certificates of gateways that a person chose to trust.
    [[nodiscard]] QString certificates() const { return m_dir + QStringLiteral("/certificates"); }
    [[nodiscard]] QString settings() const { return m_dir + u'/' + ownfile::Settings; }

private:
    QString m_dir;
};

//! The message "there is no connection …; there are …".
[[nodiscard]] inline QString unknownConnection(const QString &name, const ConnectionStore &connections)
{
    QStringList names;
    for (const Connection &connection : connections.all())
        names << QStringLiteral("\"%1\"").arg(connection.name);
    return QStringLiteral("there is no connection \"%1\"; there are %2").arg(name, names.join(QStringLiteral(", ")));
}

} // namespace linterna
