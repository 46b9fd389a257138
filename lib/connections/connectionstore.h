// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "connections/connection.h"

#include <QObject>

namespace linterna {

//! The connections of this desk: the built-in ones, and those in connections.json in the data directory (which may
//! also carry the client ID of a built-in one). Holds no secrets.
class ConnectionStore : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionStore(const QString &file, QObject *parent = nullptr);

    //! Reads the file. A missing one is no error; a damaged one is Error Storage and stays as it is, the built-in
    //! connections are there all the same.
    [[nodiscard]] Result<Nothing> load();
    [[nodiscard]] const std::vector<Connection> &all() const { return m_connections; }
    [[nodiscard]] std::optional<Connection> find(const QString &name) const;
    //! Adds or replaces by name, and writes the file (atomically).
    [[nodiscard]] Result<Nothing> put(const Connection &connection);

signals:
    void changed();

private:
    QString m_file;
    std::vector<Connection> m_connections;
};

//! Reads a connection file as an administrator writes it (resources/connection.schema.json): JSON, no secrets. Unknown
//! or wrong fields are refused: Error Invalid, whose detail names the field's path and what is allowed.
[[nodiscard]] Result<Connection> readConnectionFile(const QByteArray &json);
//! The same the other way.
[[nodiscard]] QByteArray writeConnectionFile(const Connection &connection);

} // namespace linterna
