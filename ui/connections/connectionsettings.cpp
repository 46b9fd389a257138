// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionsettings.h"

#include "lib/connections/proxypassword.h"

namespace linterna {

ConnectionSettings::ConnectionSettings(const ConnectionsDialog::Parts &parts, ActiveConnection &active, Clock &clock,
                                       const QString &certificates, QWidget *window)
    : QObject(window), m_parts(parts), m_active(active), m_clock(clock), m_window(window),
      m_files(parts.connections, parts.secrets), m_certificates(clock, certificates)
{
    connect(&m_active, &ActiveConnection::changed, this, [this](const Connection &connection) {
        if (m_dialog)
            m_dialog->setInUse(connection.name);
    });
    connect(&m_certificates, &CertificateChoice::chosen, this, [this](const QString &path) {
        if (m_dialog)
            m_dialog->setCaFile(path);
    });
    connect(&m_files, &ConnectionFiles::imported, this, [this](const QString &name) {
        open();
        m_dialog->askForSecret(name,
                               tr("“%1” is imported. Enter its client secret if it is not stored yet.").arg(name));
        saved(name);
    });
    connect(&m_files, &ConnectionFiles::exported, this, [this](const QString &name, const QString &path) {
        if (m_dialog)
            m_dialog->say(tr("“%1” is exported to %2, without its client secret.").arg(name, path), Notice::Tone::Good);
    });
}

void ConnectionSettings::open()
{
    if (!m_dialog) {
        m_dialog = new ConnectionsDialog(m_parts, ViewEnvironment::of(m_clock), m_active.name(), m_window);
        wire(m_dialog);
        m_dialog->open();
    }
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ConnectionSettings::wire(ConnectionsDialog *dialog)
{
    connect(dialog, &ConnectionsDialog::saved, this, &ConnectionSettings::saved);
    connect(dialog, &ConnectionsDialog::removed, this, &ConnectionSettings::removed);
    connect(dialog, &ConnectionsDialog::useRequested, &m_active, &ActiveConnection::choose);
    connect(dialog, &ConnectionsDialog::sessionSecretEntered, &m_active, &ActiveConnection::keepForThisRun);
    connect(dialog, &ConnectionsDialog::certificateRequested, this,
            [this](const QUrl &server, const ProxyChoice &proxy) {
                m_certificates.askServer(server, proxy, proxyPassword(proxy), front());
            });
    connect(dialog, &ConnectionsDialog::certificateFileRequested, this,
            [this] { m_certificates.askFile(m_dialog ? m_dialog->caFile() : QString(), front()); });
    connect(dialog, &ConnectionsDialog::importRequested, this, &ConnectionSettings::chooseImport);
    connect(dialog, &ConnectionsDialog::exportRequested, this,
            [this](const QString &name) { m_files.chooseExport(name, front()); });
}

//! Function that gets the proxy's password: the one entered in the dialog at the moment, else the stored one.
ProxyGate::Password ConnectionSettings::proxyPassword(const ProxyChoice &proxy)
{
    Connection connection;
    connection.name = m_dialog ? m_dialog->shownName() : QString();
    const Secret entered = m_dialog ? m_dialog->proxyPassword() : Secret();
    return [this, proxy, entered, key = connection.proxyPasswordKey()] {
        if (!entered.isEmpty())
            return JobOf<Secret>::finished(entered, this);
        auto *password = new JobOf<Secret>(this);
        m_parts.secrets.read(key)->onFinished(password, [password, proxy](const Result<Secret> &stored) {
            password->finish(stored ? Result<Secret>(proxyPasswordIn(*stored, proxy)) : stored);
        });
        return password;
    };
}

QWidget *ConnectionSettings::front() const
{
    return m_dialog ? m_dialog : m_window;
}

void ConnectionSettings::chooseImport()
{
    m_files.chooseImport(front());
}

void ConnectionSettings::importFile(const QString &path)
{
    m_files.importFile(path, front());
}

void ConnectionSettings::saved(const QString &name)
{
    const auto used = m_parts.connections.find(m_active.name());
    if (name == m_active.name())
        m_active.refresh(name);
    else if (!used || used->clientId.isEmpty()) // use the first one that can be used
        m_active.choose(name);
}

void ConnectionSettings::removed(const QString &name)
{
    if (name != m_active.name())
        return;
    if (m_parts.connections.find(name)) // a built-in connection, which was reset
        m_active.refresh(name);
    else
        m_active.choose(m_parts.connections.all().front().name);
}

} // namespace linterna
