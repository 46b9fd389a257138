// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/certificates/certificatechoice.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionsdialog.h"

namespace linterna {

//! Opens the connections dialog, and imports and exports connection files.
class ConnectionSettings : public QObject
{
    Q_OBJECT
public:
    //! `certificates`: folder for certificates that the person trusts. `window`: parent of the dialogs, and of this
    //! object.
    ConnectionSettings(const ConnectionsDialog::Parts &parts, Clock &clock, const QString &certificates,
                       QWidget *window);

    void setInUse(const QString &name);
    void open();
    void chooseImport();
    void importFile(const QString &path);

signals:
    //! The person wants to use connection `name` from now on.
    void connectionChosen(const QString &name);
    //! What is stored for connection `name` (its settings or secrets) has changed.
    void connectionChanged(const QString &name);
    //! The keyring could not store the client secret: it is to be kept in memory until the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);

private:
    void wire(ConnectionsDialog *dialog);
    [[nodiscard]] ProxyGate::Password proxyPassword(const ProxyChoice &proxy);
    [[nodiscard]] QWidget *front() const;
    void saved(const QString &name);
    void removed(const QString &name);

    ConnectionsDialog::Parts m_parts;
    Clock &m_clock;
    QWidget *m_window;
    ConnectionFiles m_files;
    CertificateChoice m_certificates;
    QString m_inUse;
    QPointer<ConnectionsDialog> m_dialog;
};

} // namespace linterna
