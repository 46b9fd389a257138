// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connection.h"
#include "secrets/memorysecretstore.h"
#include "support/opensslfiles.h"

#include <QNetworkRequest>

namespace linterna::bench {

//! The practice server in a process of its own, as a service is: what it does costs the measured program nothing but
//! its share of the processor. Over TLS, unless told otherwise.
class BenchServer
{
public:
    //! Options of linterna-practice-server, beside the certificate.
    explicit BenchServer(const QStringList &options);
    ~BenchServer();
    Q_DISABLE_COPY_MOVE(BenchServer)

    //! To this server, without any limit of its own.
    [[nodiscard]] Connection connection() const;
    //! The client secret that goes with it.
    void storeSecret(SecretStore &secrets) const;
    //! A bare request for one case with this token, over a connection of the kind that the road uses.
    [[nodiscard]] QNetworkRequest caseRequest(const QByteArray &token) const;
    [[nodiscard]] QString certificate() const { return m_files.certificate(); }

private:
    test::OpensslFiles m_files;
    QProcess m_process;
    QUrl m_url;
    QByteArray m_secret;
    QString m_clientId;
};

} // namespace linterna::bench
