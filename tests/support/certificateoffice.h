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
    //! Who signs: the name under which an earlier one was made. Empty: itself.
    QString issuer = {};
    QDateTime from = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    QDateTime to = QDateTime(QDate(2045, 1, 1), QTime(0, 0), Qt::UTC);
};

//! Certificates and keys as a test wants them, made by openssl for the time of one test. Files of an issuer that a
//! person would be ashamed of: dates in the past, names of others.
class CertificateOffice
{
public:
    static const QString authority;    //!< Extensions of a certificate that may sign others.
    static const QString intermediate; //!< The same for one that has an issuer.

    CertificateOffice();

    //! Makes a certificate that the test calls `name`, with a new key (P-256).
    void make(const QString &name, const CertificateOrder &order = {});

    [[nodiscard]] QString certificate(const QString &name) const;
    [[nodiscard]] QString key(const QString &name) const;
    //! A file that is not there yet, in the same folder.
    [[nodiscard]] QString path(const QString &file) const;
    //! Of the certificate, in PEM.
    [[nodiscard]] QByteArray pem(const QString &name) const;

    //! A server that presents these, its own first.
    [[nodiscard]] QSslConfiguration server(const QStringList &chain) const;
    //! The same server at its oldest: it speaks TLS 1.1 and 1.0 only.
    [[nodiscard]] QSslConfiguration outdatedServer(const QString &name) const;

private:
    QTemporaryDir m_folder;
};

//! Ends the test program when openssl fails.
void runOpenssl(const QStringList &arguments);

} // namespace linterna::test
