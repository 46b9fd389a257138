// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "net/certificateprobe.h"
#include "net/proxyfinder.h"
#include "net/proxygate.h"

namespace linterna {

//! Two ways to a certificate that a connection is to trust: from the server that presents it, or out of a file. Either
//! way a person sees it first.
class CertificateChoice : public QObject
{
    Q_OBJECT
public:
    //! `folder`: where a certificate that the person trusts is kept.
    CertificateChoice(Clock &clock, const QString &folder, QObject *parent = nullptr);

    //! Everything is asked in front of `window`. `password`: that of the proxy, where it wants one.
    void askServer(const QUrl &server, const ProxyChoice &proxy, const ProxyGate::Password &password, QWidget *window);
    //! `current`: the file that the connection has so far, or empty.
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
