// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificatequestion.h"

#include "lib/tls/certificatechain.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace linterna {

namespace {

using NoteKind = TlsProblem::Kind;
using CertificateNote = CertificateQuestion::Note;

constexpr int soonInDays = 30;

struct CertificateTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::CertificateQuestion)
};

QString localDate(const QDateTime &utc)
{
    return dateText(utc.toLocalTime().date());
}

bool hasExpired(const CertificateFacts &facts, const QDateTime &now)
{
    return facts.validTo < now;
}

bool isTooNew(const CertificateFacts &facts, const QDateTime &now)
{
    return facts.validFrom > now;
}

std::optional<CertificateNote> periodNote(const CertificateFacts &facts, const QDateTime &now)
{
    if (hasExpired(facts, now))
        return CertificateNote{
            true,
            CertificateTexts::tr("It expired on %1. Linterna refuses the server until it has a new certificate.")
                .arg(localDate(facts.validTo))};
    if (isTooNew(facts, now))
        return CertificateNote{
            true,
            CertificateTexts::tr("It is not valid before %1. Until then Linterna refuses the server.")
                .arg(localDate(facts.validFrom))};
    const qint64 days = now.daysTo(facts.validTo);
    if (days > soonInDays)
        return {};
    return CertificateNote{true,
                           CertificateTexts::tr("It expires on %1. Ask the administrator for the next one in time.")
                               .arg(localDate(facts.validTo))};
}

//! Note about a problem because of which the server stays refused even when its certificate is trusted; empty where
//! there is none. `alreadySaid`: there is a note about the certificate's dates already.
std::optional<CertificateNote> refusalNote(const std::optional<TlsProblem> &refused, bool alreadySaid)
{
    if (!refused || refused->kind == NoteKind::SelfSigned || refused->kind == NoteKind::UnknownIssuer)
        return {};
    if (alreadySaid && (refused->kind == NoteKind::Expired || refused->kind == NoteKind::NotYetValid))
        return {};
    const QString stays = CertificateTexts::tr("Until that is put right, Linterna refuses the server, trusted or not.");
    const QString why = tlsProblemText(*refused);
    return CertificateNote{true,
                           why.isEmpty() ? CertificateTexts::tr("Another check of the server failed as well.")
                                   + QChar(u' ') + stays
                                         : why + QChar(u' ') + stays};
}

QString countText(qsizetype count, CertificateSource source)
{
    return source == CertificateSource::Server
        ? CertificateTexts::tr("The server sent %n certificates. This is the one that can be trusted.", "",
                               static_cast<int>(count))
        : CertificateTexts::tr("The file holds %n certificates. This is the one that can be trusted.", "",
                               static_cast<int>(count));
}

std::vector<CertificateNote> notesOn(const ServerCertificates &seen, const TrustChoice &choice,
                                     CertificateSource source, const QDateTime &now)
{
    const CertificateFacts &facts = choice.shown;
    std::vector<CertificateNote> notes;
    const auto period = periodNote(facts, now);
    if (period)
        notes.push_back(*period);
    if (const auto refusal = refusalNote(seen.refused, hasExpired(facts, now) || isTooNew(facts, now)))
        notes.push_back(*refusal);
    if (choice.isLink)
        notes.push_back({false,
                         CertificateTexts::tr("It is the link between the server and “%1”, which is trusted already: "
                                              "the server ought to send it, and does not.")
                             .arg(facts.issuer)});
    else if (facts.isCertificateAuthority.value_or(false))
        notes.push_back(
            {false,
             CertificateTexts::tr("It is the certificate of an authority: every server whose certificate it "
                                  "signed will be believed on this connection.")});
    if (seen.chain.size() > 1)
        notes.push_back({false, countText(std::ssize(seen.chain), source)});
    if (!choice.isLink && choice.stored.size() > 1)
        notes.push_back({false,
                         CertificateTexts::tr("What lies between it and the server is kept with it, for a server that "
                                              "does not send it.")});
    return notes;
}

//! Says that the issuer of the last certificate of the server's chain is missing, and where to get it.
QString missingIssuerText(const CertificateFacts &last)
{
    const QString place = placeOfIssuer(last);
    const QString text =
        CertificateTexts::tr("The certificate of its issuer, “%1”, is missing: the server did not send it, and this "
                             "computer does not know it. Ask the gateway's administrator for it as a PEM file, with "
                             "those above it up to the root. Then choose that file in the connection settings, under "
                             "Network.")
            .arg(last.issuer);
    return place.isEmpty() ? text
                           : text + QChar(u' ')
            + CertificateTexts::tr("The certificate itself says that it can be had at %1.").arg(breakable(place));
}

//! Text for the case that none of the certificates can be trusted.
CertificateQuestion withoutAnchor(const CertificateFacts &last, CertificateSource source)
{
    CertificateQuestion question{.heading = CertificateTexts::tr("This certificate cannot be added"), .shown = last};
    question.lead = last.isSelfSigned ? CertificateTexts::tr(
                        "It was made for other purposes than proving who a server is. Ask the gateway's administrator "
                        "for the certificate that the server uses, or that of its issuer.")
        : source == CertificateSource::Server
        ? missingIssuerText(last)
        : CertificateTexts::tr(
              "Somebody else signed it, “%1”, whose own certificate is neither in this file nor known to this computer. "
              "Ask the gateway's administrator for a PEM file that holds both, up to the root. Then choose that file.")
              .arg(last.issuer);
    return question;
}

} // namespace

CertificateQuestion waitingFor(const QString &place)
{
    return {.heading = CertificateTexts::tr("Asking for the certificate…"),
            .lead = CertificateTexts::tr("%1 is asked who it is. No client ID, secret or receipt number is sent.")
                        .arg(breakable(place))};
}

CertificateQuestion failedToSee(const Error &error, CertificateSource source, const QDateTime &now)
{
    if (source == CertificateSource::File)
        return {.heading = CertificateTexts::tr("This file cannot be used"),
                .lead = CertificateTexts::tr(
                            "It must hold the certificate of your gateway or of its issuer, in PEM or DER form, "
                            "and nothing else: no private key, at most %1 certificates and 64 kB. Ask the "
                            "gateway's administrator for such a file.")
                            .arg(mostCertificates),
                .technical = error.detail};
    const ErrorText words = errorText(error, now);
    return {.heading = words.title, .lead = words.happened + QChar(u' ') + words.todo, .technical = error.detail};
}

CertificateQuestion questionAbout(const ServerCertificates &seen, CertificateSource source, const QString &place,
                                  const QDateTime &now, const std::vector<CertificateFacts> &alongside)
{
    if (source == CertificateSource::Server && !seen.refused)
        return {.heading = CertificateTexts::tr("There is nothing to add"),
                .lead = CertificateTexts::tr("This computer trusts %1 already. Its certificate:").arg(breakable(place)),
                .shown = seen.chain.front()};
    const auto choice = trustChoiceIn(seen.chain, alongside);
    if (!choice)
        return withoutAnchor(seen.chain.back(), source);
    return {.heading = source == CertificateSource::Server
                ? CertificateTexts::tr("Is this the certificate of your gateway?")
                : CertificateTexts::tr("Is this the certificate that you were given?"),
            .lead = CertificateTexts::tr(
                "Compare the fingerprint with the one that the gateway's administrator tells you, by "
                "telephone or on paper. Trust the certificate only if all of it is the same."),
            .notes = notesOn(seen, *choice, source, now),
            .shown = choice->shown,
            .canTrust = true,
            .stored = choice->stored};
}

QString fingerprintLines(const QString &sha256)
{
    constexpr qsizetype group = 4;
    constexpr qsizetype line = 8;
    const QStringList pairs = sha256.split(u':');
    QString text;
    for (qsizetype i = 0; i < pairs.size(); ++i) {
        if (i > 0)
            text += i % line == 0 ? QStringLiteral("\n") : i % group == 0 ? QStringLiteral("  ") : QStringLiteral(":");
        text += pairs[i];
    }
    return text;
}

QString breakable(const QString &name)
{
    constexpr int longest = 32;
    constexpr QChar here(0x200B); // zero width space
    QString text;
    int run = 0;
    for (const QChar c : name) {
        run = c.isSpace() ? 0 : run + 1;
        text += c;
        if (run >= longest && !c.isHighSurrogate()) {
            text += here;
            run = 0;
        }
    }
    return text;
}

} // namespace linterna
