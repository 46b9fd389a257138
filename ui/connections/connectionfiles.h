// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionimport.h"
#include "lib/connections/connectionkeeper.h"

namespace linterna {

//! Imports and exports connection files, chosen in a dialog or dropped on the window. What an import would change is
//! shown first; an invalid file is refused with a message for each field.
class ConnectionFiles : public QObject
{
    Q_OBJECT
public:
    ConnectionFiles(ConnectionStore &connections, SecretStore &secrets, QObject *parent = nullptr);

    //! Asks for a file, then imports it. Dialogs stand in front of `window`.
    void chooseImport(QWidget *window);
    void importFile(const QString &path, QWidget *window);
    void chooseExport(const QString &name, QWidget *window);

signals:
    //! A connection was imported. It has no client secret unless there was a connection of that name before, with the
    //! same servers.
    void imported(const QString &name);
    void exported(const QString &name, const QString &path);

private:
    void ask(const ConnectionImport &found, QWidget *window);
    void refuse(const QString &path, const Error &error, const QByteArray &json, QWidget *window);
    void takeOver(const Connection &connection, QWidget *window);
    void exportTo(const Connection &connection, const QString &path, QWidget *window);

    ConnectionStore &m_connections;
    ConnectionKeeper m_keeper;
};

} // namespace linterna
