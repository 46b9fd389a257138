// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/activeconnection.h"
#include "ui/certificates/certificatechoice.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionsdialog.h"

namespace linterna {

//! Opens the connections dialog, imports and exports connection files, and lets the connection in use follow what was
//! changed and chosen there.
class ConnectionSettings : public QObject
{
    Q_OBJECT
public:
    //! `certificates`: folder for certificates that the person trusts. `window`: parent of the dialogs, and of this
    //! object.
    ConnectionSettings(const ConnectionsDialog::Parts &parts, ActiveConnection &active, Clock &clock,
                       const QString &certificates, QWidget *window);

    void open();
    void chooseImport();
    void importFile(const QString &path);

private:
    void wire(ConnectionsDialog *dialog);
    [[nodiscard]] ProxyGate::Password proxyPassword(const ProxyChoice &proxy);
    [[nodiscard]] QWidget *front() const;
    void saved(const QString &name);
    void removed(const QString &name);

    ConnectionsDialog::Parts m_parts;
    ActiveConnection &m_active;
    Clock &m_clock;
    QWidget *m_window;
    ConnectionFiles m_files;
    CertificateChoice m_certificates;
    QPointer<ConnectionsDialog> m_dialog;
};

} // namespace linterna
