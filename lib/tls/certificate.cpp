// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificate.h"

#include "lib/base/secret.h"
#include "lib/base/wholefile.h"
#include "lib/text/characters.h"
#include "lib/tls/tlsfailure.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSslCertificateExtension>
#include <QSslError>
#include <QSslKey>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestFieldName = 200;

Error invalidCertificate(const QString &detail)
{
    return Error{.code = ErrorCode::Invalid, .detail = detail};
}

//! The value of an extension by its object identifier (RFC 5280 section 4.2.1); empty where there is none.
QVariant extension(const QSslCertificate &certificate, QLatin1StringView oid)
{
    const auto extensions = certificate.extensions();
    const auto found = std::ranges::find_if(extensions, [&](const auto &each) { return each.oid() == oid; });
    return found == extensions.end() ? QVariant() : found->value();
}

//! Qt's own test asks besides whether the certificate may sign certificates. A server's own often may not (key usage),
//! and OpenSSL, which decides in a handshake, takes it as self-signed all the same.
bool selfSigned(const QSslCertificate &certificate)
{
    if (certificate.isSelfSigned() || certificate.subjectDisplayName() != certificate.issuerDisplayName())
        return certificate.isSelfSigned();
    const auto errors = QSslCertificate::verify({certificate});
    return std::ranges::any_of(errors, [](const auto &e) { return e.error() == QSslError::SelfSignedCertificate; });
}

std::optional<bool> authority(const QSslCertificate &certificate)
{
    const QVariant constraints = extension(certificate, "2.5.29.19"_L1);
    if (constraints.isValid())
        return constraints.toMap().value(u"ca"_s).toBool();
    return certificate.version() == "3" ? std::optional(false) : std::nullopt;
}

//! A block of a PEM file (RFC 7468), from "-----BEGIN …-----" to "-----END …-----".
struct Block {
    QByteArray label;
    int line = 0; //!< The line in which the block begins, from 1.
    QByteArray base64 = {};
    bool isWhole = false;
};

std::vector<Block> pemBlocks(const QByteArray &bytes)
{
    std::vector<Block> blocks;
    bool inside = false;
    int number = 0;
    for (const QByteArray &raw : bytes.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.startsWith("-----BEGIN ") && line.endsWith("-----") && line.size() > 16) {
            blocks.push_back({.label = line.sliced(11).chopped(5), .line = number});
            inside = true;
        } else if (inside && line == "-----END " + blocks.back().label + "-----") {
            blocks.back().isWhole = true;
            inside = false;
        } else if (inside) {
            blocks.back().base64 += line;
        }
    }
    return blocks;
}

//! The certificate in a block, null where it holds none.
QSslCertificate certificateIn(const Block &block)
{
    const auto der = QByteArray::fromBase64Encoding(block.base64, QByteArray::AbortOnBase64DecodingErrors);
    const QSslCertificate certificate(der ? *der : QByteArray(), QSsl::Der);
    return der && certificate.toDer() == *der ? certificate : QSslCertificate();
}

Result<std::vector<CertificateFacts>> fromPem(const std::vector<Block> &blocks)
{
    std::vector<CertificateFacts> certificates;
    for (const Block &block : blocks) {
        if (block.label != "CERTIFICATE")
            return invalidCertificate(
                u"line %1: what begins here is no certificate; leave only certificates in the file"_s.arg(block.line));
        if (!block.isWhole)
            return invalidCertificate(
                u"line %1: the certificate that begins here is cut off; copy the file again"_s.arg(block.line));
        const QSslCertificate certificate = certificateIn(block);
        if (certificate.isNull())
            return invalidCertificate(
                u"line %1: the certificate that begins here is damaged; copy the file again"_s.arg(block.line));
        if (std::ssize(certificates) == mostCertificates)
            return invalidCertificate(
                u"line %1: one more than %2 certificates; leave only that of the authority in the file"_s
                    .arg(block.line)
                    .arg(mostCertificates));
        certificates.push_back(certificateFacts(certificate));
    }
    return certificates;
}

Result<std::vector<CertificateFacts>> fromDer(const QByteArray &bytes)
{
    const QSslCertificate certificate(bytes, QSsl::Der);
    if (certificate.isNull())
        return invalidCertificate(
            u"no certificate: neither text with \"-----BEGIN CERTIFICATE-----\" (PEM) nor a certificate in "
            u"DER form; ask whoever runs the server for its certificate in PEM form"_s);
    if (const qsizetype size = certificate.toDer().size(); size != bytes.size())
        return invalidCertificate(
            u"byte %1: something follows the certificate; leave only the certificate in the file"_s.arg(size + 1));
    return std::vector{certificateFacts(certificate)};
}

//! Reads PEM (text of 16-bit characters too) or DER.
bool holdsPrivateKey(QByteArray bytes)
{
    using enum QSsl::KeyAlgorithm;
    const bool der = std::ranges::any_of(std::array{Rsa, Ec, Dsa}, [&](QSsl::KeyAlgorithm algorithm) {
        return !QSslKey(bytes, algorithm, QSsl::Der, QSsl::PrivateKey).isNull();
    });
    const bool pem = bytes.replace('\0', QByteArrayView()).contains("PRIVATE KEY");
    wipe(bytes);
    return der || pem;
}

} // namespace

CertificateFacts certificateFacts(const QSslCertificate &certificate)
{
    const QByteArray sha256 = certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    return {.subject = oneLine(certificate.subjectDisplayName(), longestFieldName),
            .issuer = oneLine(certificate.issuerDisplayName(), longestFieldName),
            .sha256 = QString::fromLatin1(sha256),
            .validFrom = certificate.effectiveDate().toUTC(),
            .validTo = certificate.expiryDate().toUTC(),
            .names = alternativeNames(certificate),
            .isSelfSigned = selfSigned(certificate),
            .isCertificateAuthority = authority(certificate),
            .pem = certificate.toPem()};
}

Result<std::vector<CertificateFacts>> readCertificates(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return invalidCertificate(u"the file is empty; choose the file that holds the certificate"_s);
    if (bytes.size() > largestCertificateFile)
        return invalidCertificate(
            u"the file is larger than 64 kB, which no certificate is; choose the file that holds it"_s);
    if (holdsPrivateKey(bytes))
        return invalidCertificate(
            u"the file holds a private key, which belongs on its server alone and was not read; make a file "
            u"with the certificate only"_s);
    const std::vector<Block> blocks = pemBlocks(bytes);
    return blocks.empty() ? fromDer(bytes) : fromPem(blocks);
}

Result<std::vector<CertificateFacts>> readCertificateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return invalidCertificate(u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray bytes = file.read(largestCertificateFile + 1);
    if (file.error() != QFileDevice::NoError)
        return invalidCertificate(u"%1: %2"_s.arg(path, file.errorString()));
    auto certificates = readCertificates(bytes);
    wipe(bytes); // there may have been a private key
    return certificates;
}

bool canBeTrustAnchor(const CertificateFacts &certificate)
{
    if (!certificate.isSelfSigned)
        return false;
    const QVariant purposes = extension(QSslCertificate(certificate.pem), "2.5.29.37"_L1);
    // Qt gives the purposes by the long names of OpenSSL (openssl/objects.h: LN_server_auth).
    return !purposes.isValid() || purposes.toStringList().contains("TLS Web Server Authentication"_L1);
}

std::optional<std::size_t> trustAnchorIn(const std::vector<CertificateFacts> &certificates)
{
    const auto found = std::ranges::find_if(certificates, canBeTrustAnchor);
    if (found == certificates.end())
        return {};
    return static_cast<std::size_t>(std::distance(certificates.begin(), found));
}

Result<QString> storeCertificate(const CertificateFacts &certificate, const QString &folder)
{
    const auto held = readCertificates(certificate.pem);
    if (!held || held->size() != 1 || held->front().sha256 != certificate.sha256)
        return invalidCertificate(u"this is not the certificate with the fingerprint %1"_s.arg(certificate.sha256));
    const QDir dir(folder);
    if (!dir.mkpath(u"."_s))
        return Error{.code = ErrorCode::Storage, .detail = u"%1: the folder cannot be made"_s.arg(folder)};
    const QString name = QString(certificate.sha256).remove(u':').toLower() + u".pem"_s;
    const QString path = dir.absoluteFilePath(name);
    const auto written = writeWholeFile(path, held->front().pem);
    return written ? Result<QString>(path) : Result<QString>(written.error());
}

} // namespace linterna
