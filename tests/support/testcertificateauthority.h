// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace linterna::test {

//! What a certificate is to be like.
struct CertificateOrder {
    QString subject = QStringLiteral("/CN=127.0.0.1");
    //! Lines of an openssl extension section.
    QString extensions = QStringLiteral("subjectAltName=IP:127.0.0.1");
    //! Name under which the issuer's certificate was made before. Empty: self-signed.
    QString issuer = {};
    QDateTime from = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    QDateTime to = QDateTime(QDate(2045, 1, 1), QTime(0, 0), Qt::UTC);
};

//! Makes certificates and keys with openssl, also faulty ones (dates in the past, names of others). The files last as
//! long as the object.
class TestCertificateAuthority
{
public:
    static const QString authority;    //!< Extensions of a certificate that may sign others.
    static const QString intermediate; //!< Extensions of an authority's certificate that has an issuer itself.

    TestCertificateAuthority();

    //! Makes a certificate that the test calls `name`, with a new key (P-256).
    void make(const QString &name, const CertificateOrder &order = {});

    [[nodiscard]] QString certificate(const QString &name) const;
    [[nodiscard]] QString key(const QString &name) const;
    //! Path for a further file in the same folder; creates nothing.
    [[nodiscard]] QString path(const QString &file) const;
    //! The certificate `name` in PEM.
    [[nodiscard]] QByteArray pem(const QString &name) const;

    //! TLS settings of a server that presents these certificates, its own first.
    [[nodiscard]] QSslConfiguration server(const QStringList &chain) const;
    //! TLS settings of a server with that certificate that speaks TLS 1.1 and 1.0 only.
    [[nodiscard]] QSslConfiguration outdatedServer(const QString &name) const;

private:
    QTemporaryDir m_folder;
};

//! Runs openssl; ends the test program where that fails.
void runOpenssl(const QStringList &arguments);

} // namespace linterna::test
