// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "net/certificateprobe.h"
#include "net/proxyfinder.h"

namespace linterna {

//! Two ways to a certificate that a connection is to trust: from the server that presents it, or out of a file. Either
//! way a person sees it first.
class CertificateChoice : public QObject
{
    Q_OBJECT
public:
    //! `folder`: where a certificate that the person trusts is kept.
    CertificateChoice(Clock &clock, const QString &folder, QObject *parent = nullptr);

    //! Everything is asked in front of `window`.
    void askServer(const QUrl &server, const ProxyChoice &proxy, QWidget *window);
    void askFile(QWidget *window);

signals:
    //! The person trusts the certificate, which is stored at this absolute path.
    void chosen(const QString &path);

private:
    [[nodiscard]] class CertificateDialog *dialog(QWidget *window);

    ProxyFinder m_proxies;
    CertificateProbe m_probe;
    QString m_folder;
};

} // namespace linterna
