// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificatechain.h"

#include "lib/base/wholefile.h"
#include "lib/text/characters.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSslCertificateExtension>
#include <QSslError>

#include <algorithm>

namespace linterna {

namespace {

using Certificates = std::vector<CertificateFacts>;

bool isLink(const CertificateFacts &certificate)
{
    return !certificate.isSelfSigned && certificate.isCertificateAuthority.value_or(false);
}

//! Whether the certificate leads up to an authority of this computer or to a root among `others`, by the checks of
//! every handshake.
bool hangsTogether(const CertificateFacts &certificate, const Certificates &others)
{
    QList<QSslCertificate> chain{QSslCertificate(certificate.pem)};
    for (const CertificateFacts &other : others)
        chain += QSslCertificate(other.pem);
    const QList<QSslError> errors = QSslCertificate::verify(chain);
    // A root that came along is the end of a whole chain, and is trusted with it.
    return std::ranges::all_of(
        errors, [](const QSslError &error) { return error.error() == QSslError::SelfSignedCertificateInChain; });
}

Certificates together(const Certificates &one, const Certificates &other)
{
    Certificates all = one;
    for (const CertificateFacts &each : other) {
        if (std::ranges::find(all, each.sha256, &CertificateFacts::sha256) == all.end())
            all.push_back(each);
    }
    return all;
}

} // namespace

std::optional<TrustChoice> trustChoiceIn(const Certificates &certificates, const Certificates &alongside)
{
    if (const auto anchor = trustAnchorIn(certificates)) {
        TrustChoice choice{.shown = certificates[*anchor], .stored = {certificates[*anchor]}};
        std::ranges::copy_if(certificates, std::back_inserter(choice.stored), [&](const CertificateFacts &each) {
            return isLink(each) && hangsTogether(each, certificates);
        });
        return choice;
    }
    const Certificates all = together(certificates, alongside);
    const auto link = std::ranges::find_if(
        certificates, [&](const CertificateFacts &each) { return isLink(each) && hangsTogether(each, all); });
    if (link == certificates.end())
        return {};
    Certificates stored{*link};
    std::ranges::copy_if(all, std::back_inserter(stored), [&](const CertificateFacts &each) {
        return each.sha256 != link->sha256 && (isLink(each) || canBeTrustAnchor(each));
    });
    return TrustChoice{.shown = *link, .stored = std::move(stored), .isLink = true};
}

Result<QString> storeCertificates(const Certificates &certificates, const QString &folder)
{
    if (certificates.size() == 1)
        return storeCertificate(certificates.front(), folder);
    QByteArray pem;
    for (const CertificateFacts &each : certificates)
        pem += each.pem;
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return Error{.code = ErrorCode::Storage, .detail = QStringLiteral("%1: the folder cannot be made").arg(folder)};
    const QByteArray name = QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex() + ".pem";
    const QString path = dir.absoluteFilePath(QString::fromLatin1(name));
    const auto written = writeWholeFile(path, pem);
    return written ? Result<QString>(path) : Result<QString>(written.error());
}

QString placeOfIssuer(const CertificateFacts &certificate)
{
    constexpr qsizetype longestPlace = 200;
    for (const QSslCertificateExtension &each : QSslCertificate(certificate.pem).extensions()) {
        if (each.oid() != QLatin1StringView("1.3.6.1.5.5.7.1.1"))
            continue;
        const QVariantMap places = each.value().toMap();
        for (auto place = places.begin(); place != places.end(); ++place) {
            if (place.key().contains(QLatin1StringView("issuer"), Qt::CaseInsensitive))
                return oneLine(place.value().toString(), longestPlace);
        }
    }
    return {};
}

} // namespace linterna
