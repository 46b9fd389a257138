// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/opensslfiles.h"

#include <QNetworkRequest>

namespace linterna::bench {

//! The practice server in a process of its own, so that its work is not measured, except for the processor's share.
//! Over TLS, unless told otherwise.
class BenchServer
{
public:
    //! `options`: options of linterna-practice-server other than the certificate.
    explicit BenchServer(const QStringList &options);
    ~BenchServer();
    Q_DISABLE_COPY_MOVE(BenchServer)

    //! A connection to this server, without limits of its own.
    [[nodiscard]] Connection connection() const;
    //! Stores the client secret for connection().
    void storeSecret(SecretStore &secrets) const;
    //! A request for one case with this access token, for use without HttpClient but with the same kind of network
    //! connection.
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
