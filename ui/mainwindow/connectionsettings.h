// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/certificatechoice.h"
#include "settings/connectionfiles.h"
#include "settings/connectionsdialog.h"

namespace linterna {

//! From the window to its connections: the dialog, and connection files in and out.
class ConnectionSettings : public QObject
{
    Q_OBJECT
public:
    //! `certificates`: folder for those that a person trusts. `window` is what dialogs stand in front of, and owns this.
    ConnectionSettings(const ConnectionsDialog::Parts &parts, Clock &clock, const QString &certificates,
                       QWidget *window);

    void setInUse(const QString &name);
    void open();
    void chooseImport();
    void importFile(const QString &path);

signals:
    //! This one is to be used from now on.
    void connectionChosen(const QString &name);
    //! What is stored for this one is another than before.
    void connectionChanged(const QString &name);
    //! A client secret that is kept in memory until the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);

private:
    void wire(ConnectionsDialog *dialog);
    [[nodiscard]] ProxyGate::Password proxyPassword(const ProxyChoice &proxy);
    [[nodiscard]] QWidget *front() const;
    void saved(const QString &name);
    void removed(const QString &name);

    ConnectionsDialog::Parts m_parts;
    QWidget *m_window;
    ConnectionFiles m_files;
    CertificateChoice m_certificates;
    QString m_inUse;
    QPointer<ConnectionsDialog> m_dialog;
};

} // namespace linterna
