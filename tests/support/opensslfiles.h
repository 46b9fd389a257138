// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include <QProcess>
#include <QTemporaryDir>

namespace linterna::test {

//! A self-signed certificate for 127.0.0.1 and its key, made by openssl for the time of one test.
class OpensslFiles
{
public:
    //! `algorithm` as openssl's -newkey takes it, for example {"-newkey", "rsa:2048"}.
    explicit OpensslFiles(const QStringList &algorithm = {QStringLiteral("-newkey"), QStringLiteral("rsa:2048")})
    {
        const QStringList fixed{QStringLiteral("req"),
                                QStringLiteral("-x509"),
                                QStringLiteral("-nodes"),
                                QStringLiteral("-days"),
                                QStringLiteral("2"),
                                QStringLiteral("-subj"),
                                QStringLiteral("/CN=127.0.0.1"),
                                QStringLiteral("-addext"),
                                QStringLiteral("subjectAltName=IP:127.0.0.1"),
                                QStringLiteral("-keyout"),
                                key(),
                                QStringLiteral("-out"),
                                certificate()};
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), fixed + algorithm);
        if (!openssl.waitForFinished(patience) || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }

    [[nodiscard]] QString certificate() const { return m_directory.filePath(QStringLiteral("certificate.pem")); }
    [[nodiscard]] QString key() const { return m_directory.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    QTemporaryDir m_directory;
};

} // namespace linterna::test
