// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificateauthority.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

//! A moment in the form that "openssl ca" takes.
QString moment(const QDateTime &utc)
{
    return utc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

const QString TestCertificateAuthority::authority =
    u"basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash"_s;
const QString TestCertificateAuthority::intermediate = authority + u"\nauthorityKeyIdentifier=keyid:always"_s;

TestCertificateAuthority::TestCertificateAuthority()
{
    write(path(u"index"_s), {});
    write(path(u"serial"_s), "1000\n");
}

void TestCertificateAuthority::make(const QString &name, const CertificateOrder &order)
{
    const QString request = path(name + u".csr"_s);
    const QString settings = path(name + u".cnf"_s);
    const QString folder = m_folder.path();
    write(settings,
          u"[ca]\ndefault_ca=office\n[office]\nnew_certs_dir=%1\ndatabase=%1/index\nserial=%1/serial\n"
          "default_md=sha256\npolicy=any\nunique_subject=no\n[any]\ncommonName=optional\n"
          "organizationName=optional\n[req]\ndistinguished_name=none\n[none]\n[wanted]\n%2\n"_s
              .arg(folder, order.extensions)
              .toUtf8());
    runOpenssl({u"req"_s, u"-new"_s, u"-config"_s, settings, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-utf8"_s, u"-subj"_s, order.subject, u"-keyout"_s,
                key(name), u"-out"_s, request});
    const QStringList signer = order.issuer.isEmpty()
        ? QStringList{u"-selfsign"_s, u"-keyfile"_s, key(name)}
        : QStringList{u"-cert"_s, certificate(order.issuer), u"-keyfile"_s, key(order.issuer)};
    runOpenssl(QStringList{u"ca"_s, u"-config"_s, settings, u"-batch"_s, u"-notext"_s, u"-utf8"_s, u"-extensions"_s,
                           u"wanted"_s, u"-startdate"_s, moment(order.from), u"-enddate"_s, moment(order.to), u"-in"_s,
                           request, u"-out"_s, certificate(name)}
               + signer);
}

QString TestCertificateAuthority::certificate(const QString &name) const
{
    return path(name + u".pem"_s);
}

QString TestCertificateAuthority::key(const QString &name) const
{
    return path(name + u".key"_s);
}

QString TestCertificateAuthority::path(const QString &file) const
{
    return m_folder.filePath(file);
}

QByteArray TestCertificateAuthority::pem(const QString &name) const
{
    return read(certificate(name));
}

QSslConfiguration TestCertificateAuthority::server(const QStringList &chain) const
{
    QList<QSslCertificate> certificates;
    for (const QString &name : chain)
        certificates += QSslCertificate(pem(name));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(certificates);
    tls.setPrivateKey(QSslKey(read(key(chain.front())), QSsl::Ec));
    return tls;
}

QSslConfiguration TestCertificateAuthority::outdatedServer(const QString &name) const
{
    QSslConfiguration tls = server({name});
    tls.setProtocol(QSsl::AnyProtocol);
    // Debian's settings keep OpenSSL from speaking such old protocols: they are lowered as on an old server.
    tls.setBackendConfigurationOption("MinProtocol", u"TLSv1"_s);
    tls.setBackendConfigurationOption("MaxProtocol", u"TLSv1.1"_s);
    tls.setBackendConfigurationOption("CipherString", u"DEFAULT:@SECLEVEL=0"_s);
    return tls;
}

void runOpenssl(const QStringList &arguments)
{
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished(patience) || openssl.exitStatus() != QProcess::NormalExit || openssl.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), openssl.readAllStandardError().constData());
}

} // namespace linterna::test
