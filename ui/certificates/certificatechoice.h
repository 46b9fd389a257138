// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/net/proxyfinder.h"
#include "lib/net/proxygate.h"
#include "lib/tls/certificateprobe.h"
#include "ui/words/dates.h"

namespace linterna {

//! Gets a certificate that a connection is to trust, from the server that presents it or from a file. Either way the
//! person sees it first and is asked.
class CertificateChoice : public QObject
{
    Q_OBJECT
public:
    //! `folder`: where certificates that the person trusts are stored.
    CertificateChoice(Clock &clock, const QString &folder, QObject *parent = nullptr);

    //! Shows the certificate of `server`; dialogs stand in front of `window`. `password`: gets the proxy's password
    //! where it wants one.
    void askServer(const QUrl &server, const ProxyChoice &proxy, const ProxyGate::Password &password, QWidget *window);
    //! Lets the person choose a file, and shows its certificate. `current`: the connection's certificate file so far;
    //! may be empty.
    void askFile(const QString &current, QWidget *window);

signals:
    //! The person trusts the certificate, which is stored at this absolute path.
    void chosen(const QString &path);

private:
    [[nodiscard]] class CertificateDialog *dialog(QWidget *window);

    Clock &m_clock;
    ProxyFinder m_proxies;
    CertificateProbe m_probe;
    QString m_folder;
};

} // namespace linterna
