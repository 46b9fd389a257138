// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/tlsfailure.h"

#include "lib/text/characters.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using TlsKind = TlsProblem::Kind;

constexpr qsizetype maxNames = 20;
constexpr qsizetype longestHostName = 253; // longest DNS name, RFC 1035

struct Check {
    QSslError::SslError error;
    TlsKind kind;
};

//! What the errors of Qt's checks mean. One that is not here is TlsKind::Other.
constexpr std::array qtChecks{
    Check{QSslError::CertificateRevoked, TlsKind::Revoked},
    Check{QSslError::CertificateBlacklisted, TlsKind::Revoked},
    Check{QSslError::CertificateExpired, TlsKind::Expired},
    Check{QSslError::CertificateNotYetValid, TlsKind::NotYetValid},
    Check{QSslError::HostNameMismatch, TlsKind::WrongHost},
    Check{QSslError::SelfSignedCertificate, TlsKind::SelfSigned},
    // The chain ends in an authority that the server sent along, but that nobody here trusts.
    Check{QSslError::SelfSignedCertificateInChain, TlsKind::UnknownIssuer},
    // The chain ends before any authority.
    Check{QSslError::UnableToGetIssuerCertificate, TlsKind::UnknownIssuer},
    Check{QSslError::UnableToGetLocalIssuerCertificate, TlsKind::UnknownIssuer},
    Check{QSslError::UnableToVerifyFirstCertificate, TlsKind::UnknownIssuer},
    Check{QSslError::CertificateUntrusted, TlsKind::UnknownIssuer},
};

TlsKind kindOf(const QSslError &error)
{
    const auto found = std::ranges::find(qtChecks, error.error(), &Check::error);
    return found == qtChecks.end() ? TlsKind::Other : found->kind;
}

QString shownName(const QString &name)
{
    return oneLine(name, longestHostName);
}

//! What a certificate of this kind of trouble adds to the problem. Some errors come without their certificate.
void addExpired(TlsProblem &problem, const QSslCertificate &certificate)
{
    const QDateTime end = certificate.expiryDate().toUTC();
    problem.date = problem.date ? std::min(*problem.date, end) : end;
}

void addNotYetValid(TlsProblem &problem, const QSslCertificate &certificate)
{
    const QDateTime start = certificate.effectiveDate().toUTC();
    problem.date = problem.date ? std::max(*problem.date, start) : start;
}

void addHosts(TlsProblem &problem, const QSslCertificate &certificate)
{
    problem.names += alternativeNames(certificate);
    if (problem.names.isEmpty())
        problem.names += shownName(certificate.subjectInfo(QSslCertificate::CommonName).value(0));
}

void addSubject(TlsProblem &problem, const QSslCertificate &certificate)
{
    problem.names += shownName(certificate.subjectDisplayName());
}

void addIssuer(TlsProblem &problem, const QSslCertificate &certificate)
{
    problem.names += shownName(certificate.issuerDisplayName());
}

struct VerificationFact {
    TlsKind kind;
    void (*add)(TlsProblem &, const QSslCertificate &);
};

constexpr std::array verificationFacts{
    VerificationFact{TlsKind::Expired, addExpired},      VerificationFact{TlsKind::NotYetValid, addNotYetValid},
    VerificationFact{TlsKind::WrongHost, addHosts},      VerificationFact{TlsKind::SelfSigned, addSubject},
    VerificationFact{TlsKind::UnknownIssuer, addIssuer},
};

//! The end of the trusted authority that signed `certificate`, where it lies in the past.
std::optional<QDateTime> endOfIssuer(const QSslCertificate &certificate, const QList<QSslCertificate> &trusted,
                                     const QDateTime &now)
{
    const auto found = std::ranges::find_if(trusted, [&](const QSslCertificate &each) {
        return each.expiryDate() < now && each.subjectDisplayName() == certificate.issuerDisplayName();
    });
    return found == trusted.end() ? std::nullopt : std::optional(found->expiryDate().toUTC());
}

TlsProblem problemIn(const QList<QSslError> &refused, const QList<QSslCertificate> &trusted, const QDateTime &now)
{
    TlsProblem problem{.kind = kindOf(std::ranges::min(refused, {}, kindOf))};
    const auto fact = std::ranges::find(verificationFacts, problem.kind, &VerificationFact::kind);
    for (const QSslError &error : refused) {
        if (fact == verificationFacts.end() || kindOf(error) != problem.kind || error.certificate().isNull())
            continue;
        if (problem.kind == TlsKind::UnknownIssuer) {
            if (const auto end = endOfIssuer(error.certificate(), trusted, now))
                return {.kind = TlsKind::Expired, .date = end};
        }
        fact->add(problem, error.certificate());
    }
    problem.names.removeAll(QString());
    problem.names.removeDuplicates();
    return problem;
}

//! All checks that failed, by Qt's names for them: its own sentences come in the language of the program.
QString shownChecks(const QList<QSslError> &refused)
{
    QStringList texts;
    for (const QSslError &error : refused) {
        const char *key = QMetaEnum::fromType<QSslError::SslError>().valueToKey(error.error());
        QString text = QLatin1StringView(key);
        if (const QSslCertificate certificate = error.certificate(); !certificate.isNull())
            text += u" (%1, by %2, %3 to %4)"_s.arg(shownName(certificate.subjectDisplayName()),
                                                    shownName(certificate.issuerDisplayName()),
                                                    certificate.effectiveDate().toUTC().toString(Qt::ISODate),
                                                    certificate.expiryDate().toUTC().toString(Qt::ISODate));
        texts += text;
    }
    return texts.join("; "_L1);
}

//! The reason of an error of OpenSSL's TLS library in "error:0A00042E:SSL routines::tlsv1 alert protocol version", and
//! the words behind it. OpenSSL 3 has the library's number (20) from bit 23 on, OpenSSL 1.1 from bit 24; the reason is
//! in the low bits of both (openssl/err.h).
struct OpensslError {
    int reason = 0;
    QString words;
};

OpensslError opensslErrorIn(const QString &text)
{
    static const QRegularExpression pattern(u"error:(?:0A|14)([0-9A-F]{6}):[^\\n]*"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return {match.captured(1).toInt(nullptr, 16) & 0xFFF, shownName(match.captured())};
}

//! How a server that is too old for us ends a handshake (openssl/sslerr.h): with the alert protocol_version (1000 and
//! the number of the alert, RFC 8446 section 6.2), or by choosing a version that OpenSSL then refuses.
constexpr std::array tooOldReasons{1070, 258};

} // namespace

Result<QSslConfiguration> tlsConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, false); // session tickets can be read and set
    if (!caFile.isEmpty() && !configuration.addCaCertificates(caFile))
        return Error{.code = ErrorCode::Tls,
                     .detail = u"no certificate could be read from %1"_s.arg(caFile),
                     .tls = TlsProblem{.kind = TlsKind::CertificateFile}};
    return configuration;
}

Error tlsFailure(const QList<QSslError> &refused, const QString &errorText, const QList<QSslCertificate> &trusted,
                 const QDateTime &now)
{
    if (!refused.isEmpty())
        return Error{.code = ErrorCode::Tls, .detail = shownChecks(refused), .tls = problemIn(refused, trusted, now)};
    const OpensslError openssl = opensslErrorIn(errorText);
    const bool tooOld = std::ranges::find(tooOldReasons, openssl.reason) != tooOldReasons.end();
    return Error{.code = ErrorCode::Tls,
                 .detail = openssl.words.isEmpty() ? u"the TLS handshake failed"_s : openssl.words,
                 .tls = TlsProblem{.kind = tooOld ? TlsKind::WeakProtocol : TlsKind::Other}};
}

QStringList alternativeNames(const QSslCertificate &certificate)
{
    const auto alternatives = certificate.subjectAlternativeNames();
    QStringList names;
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        QStringList ofType = alternatives.values(type);
        std::ranges::reverse(ofType); // a QMultiMap gives the latest first
        names += ofType;
    }
    if (names.size() > maxNames)
        names.resize(maxNames);
    for (QString &name : names)
        name = shownName(name);
    names.removeAll(QString());
    return names;
}

} // namespace linterna
