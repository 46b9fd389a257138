// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errortext.h"

#include "lib/text/characters.h"
#include "ui/words/dates.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace linterna {

namespace {

struct ErrorWording {
    ErrorCode code;
    const char *title;
    const char *happened;
    const char *todo;
};

//! Texts for one kind of failed TLS check, in addition to those of ErrorCode::Tls. `fact` has a placeholder for a date
//! or a name; `without` is used where the certificate gave none.
struct TlsRow {
    TlsProblem::Kind kind;
    const char *fact;
    const char *without;
    const char *todo;
};

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ErrorText)
public:
    static constexpr ErrorWording rows[] = {
        {ErrorCode::Offline, QT_TR_NOOP("No connection"),
         QT_TR_NOOP("The service could not be reached: its address was not found, or the connection broke off."),
         QT_TR_NOOP("Check the network connection, then ask again.")},
        {ErrorCode::Timeout, QT_TR_NOOP("No answer in time"),
         QT_TR_NOOP("The service did not answer within the time allowed."), QT_TR_NOOP("Ask again in a few minutes.")},
        {ErrorCode::Tls, QT_TR_NOOP("The connection is not safe"),
         QT_TR_NOOP("The server could not prove who it is, or its encryption is too weak. Nothing was sent."),
         QT_TR_NOOP("Show the detail to whoever looks after your network.")},
        {ErrorCode::Redirected, QT_TR_NOOP("The service pointed elsewhere"),
         QT_TR_NOOP("The reply pointed to another address. Linterna does not follow, because secrets could go "
                    "astray."),
         QT_TR_NOOP("If this network asks you to sign in first, do so. Otherwise check the addresses of the "
                    "connection.")},
        {ErrorCode::BadCredentials, QT_TR_NOOP("Client ID or secret refused"),
         QT_TR_NOOP("The service did not accept the client ID and client secret. What is saved stays saved."),
         QT_TR_NOOP("Check both in the connection settings. Keys expire: the developer portal shows the valid "
                    "ones.")},
        {ErrorCode::CredentialsSentWrongly, QT_TR_NOOP("Sign-in was sent in a way that is refused"),
         QT_TR_NOOP("The service finds fault with how client ID and secret were sent, not with the two: they may be "
                    "right. What is saved stays saved."),
         QT_TR_NOOP(
             "In the connection settings, under “Token request”, choose another “Client authentication”; compare "
             "the address for access tokens too. Whoever looks after the gateway knows what it expects.")},
        {ErrorCode::Unauthorized, QT_TR_NOOP("Access token refused"),
         QT_TR_NOOP("The service refused a new access token as well."),
         QT_TR_NOOP("Ask again later. If it stays so, check at the developer portal that the key is approved.")},
        {ErrorCode::Forbidden, QT_TR_NOOP("No access to this service"),
         QT_TR_NOOP("The client ID and secret are right, but have no access to the Case Status service."),
         QT_TR_NOOP("Ask whoever manages the key or the gateway for access.")},
        {ErrorCode::NotRecognized, QT_TR_NOOP("USCIS did not recognize this receipt number"),
         QT_TR_NOOP("USCIS gave no status for this receipt number."),
         QT_TR_NOOP("Compare the number with the receipt notice. If it is right, call the USCIS Contact Center.")},
        {ErrorCode::BadReceipt, QT_TR_NOOP("Receipt number not accepted"),
         QT_TR_NOOP("The service says that this receipt number is not formed as it expects."),
         QT_TR_NOOP("Compare it with the receipt notice: three letters and ten digits.")},
        {ErrorCode::RateLimited, QT_TR_NOOP("Asked too quickly"),
         QT_TR_NOOP("The service asked to slow down and gave no answer."), QT_TR_NOOP("Ask again in a minute.")},
        {ErrorCode::QuotaSpent, QT_TR_NOOP("Today's requests are used up"),
         QT_TR_NOOP(
             "The service refuses further requests through this connection, as it does when those of the day are "
             "used up."),
         QT_TR_NOOP("Ask again when the new day begins there.")},
        {ErrorCode::Closed, QT_TR_NOOP("The service is closed now"),
         QT_TR_NOOP("The service answers only during its hours."), QT_TR_NOOP("Ask again during service hours.")},
        {ErrorCode::Server, QT_TR_NOOP("The service has a problem"),
         QT_TR_NOOP("The service answered with an error of its own."), QT_TR_NOOP("Ask again in a few minutes.")},
        {ErrorCode::Unreadable, QT_TR_NOOP("Reply not understood"),
         QT_TR_NOOP("The service replied, but the reply could not be read. Linterna does not guess."),
         QT_TR_NOOP("Ask again. If it stays so, tell whoever looks after the connection.")},
        {ErrorCode::Mismatch, QT_TR_NOOP("Reply about another case"),
         QT_TR_NOOP("The reply named another receipt number than the one asked for, so it is not shown."),
         QT_TR_NOOP("Ask again. If it stays so, tell whoever looks after the connection.")},
        {ErrorCode::TooLarge, QT_TR_NOOP("Reply too large"),
         QT_TR_NOOP("The reply was larger than a case status can be, and was not read."),
         QT_TR_NOOP("Ask again. If it stays so, tell whoever looks after the connection.")},
        {ErrorCode::InterimReply, QT_TR_NOOP("The answer could not be read"),
         QT_TR_NOOP("The server sent an interim reply before its answer, and Linterna cannot read past it. What USCIS "
                    "says about this case is not known."),
         QT_TR_NOOP("Ask again. If it stays so, ask whoever looks after the server or gateway to switch interim "
                    "replies off (HTTP 102 and 103).")},
        {ErrorCode::KeychainLocked, QT_TR_NOOP("The keyring is locked"),
         QT_TR_NOOP("What Linterna needs is in the keyring of this computer, and the keyring is locked."),
         QT_TR_NOOP("Unlock the keyring, then try again.")},
        {ErrorCode::KeychainAbsent, QT_TR_NOOP("No keyring"),
         QT_TR_NOOP("This computer offers no keyring, so no client secret can be stored."),
         QT_TR_NOOP("Enter the client secret for this run in the connection settings.")},
        {ErrorCode::KeychainDenied, QT_TR_NOOP("The keyring refused"),
         QT_TR_NOOP("The keyring did not let Linterna in, or its question was not answered."),
         QT_TR_NOOP("Allow the access when the keyring asks, then try again.")},
        {ErrorCode::NotConfigured, QT_TR_NOOP("The connection is not set up yet"),
         QT_TR_NOOP("No client ID or client secret is stored for this connection."),
         QT_TR_NOOP("Enter both in the connection settings.")},
        {ErrorCode::Storage, QT_TR_NOOP("The history could not be used"),
         QT_TR_NOOP("Reading or writing on this computer failed."),
         QT_TR_NOOP("Check that the disk has room and that the folder can be written.")},
        {ErrorCode::StorageBusy, QT_TR_NOOP("The history is in use"), QT_TR_NOOP("Another program holds the history."),
         QT_TR_NOOP("Close it there, or wait until that program has finished.")},
        {ErrorCode::Cancelled, QT_TR_NOOP("Stopped"), QT_TR_NOOP("This check was stopped before there was an answer."),
         QT_TR_NOOP("Ask again whenever you like.")},
        // %1: the proxy's host and port, and what the proxy answered.
        {ErrorCode::ProxySignIn, QT_TR_NOOP("The proxy wants a user name and password"),
         QT_TR_NOOP(
             "The way out of this network leads over the proxy %1, which lets nobody through without a user name "
             "and a password. None is known."),
         QT_TR_NOOP(
             "Enter both in the connection settings, under Network: choose “This one” as the proxy. If you do not "
             "know them, ask whoever looks after your network.")},
        {ErrorCode::ProxyRefused, QT_TR_NOOP("The proxy refused user name and password"),
         QT_TR_NOOP(
             "The proxy %1 did not accept the user name and password that it was given. They are not tried again by "
             "themselves, so that your account is not locked."),
         QT_TR_NOOP("Enter both again in the connection settings, under Network, and save. If they come from this "
                    "computer's settings, correct them there and start Linterna again.")},
        {ErrorCode::ProxyMethod, QT_TR_NOOP("Linterna cannot sign in to this proxy"),
         QT_TR_NOOP("The proxy wants a kind of sign-in that cannot be used here (%1). No password was sent."),
         QT_TR_NOOP("Ask whoever looks after your network to let this computer through, or to allow Basic or "
                    "Digest.")},
        {ErrorCode::ProxyDenied, QT_TR_NOOP("The proxy does not allow this address"),
         QT_TR_NOOP("The proxy was reached and refuses to lead to the service (%1). No password would change that."),
         QT_TR_NOOP("Ask whoever looks after your network to allow the addresses of this connection.")},
        {ErrorCode::ProxyUnreachable, QT_TR_NOOP("The proxy is not there"),
         QT_TR_NOOP("The proxy %1 could not be reached: its name was not found, or nothing answers at its port."),
         QT_TR_NOOP("Check the network connection, and the proxy in the connection settings, under Network.")},
        {ErrorCode::ProxyClosed, QT_TR_NOOP("The proxy hung up"),
         QT_TR_NOOP("What answers at %1 ended the connection, or does not answer as a proxy does."),
         QT_TR_NOOP(
             "Check name and port of the proxy in the connection settings, under Network. If they are right, tell "
             "whoever looks after your network.")},
        {ErrorCode::ProxySilent, QT_TR_NOOP("The proxy does not answer"),
         QT_TR_NOOP("The proxy %1 said nothing within the time allowed."),
         QT_TR_NOOP("Ask again in a few minutes. If it stays so, tell whoever looks after your network.")},
        {ErrorCode::ProxyFailed, QT_TR_NOOP("The proxy could not reach the service"),
         QT_TR_NOOP("The proxy was reached, but could not lead to the service (%1)."),
         QT_TR_NOOP("Ask again in a few minutes. If it stays so, tell whoever looks after your network.")},
        {ErrorCode::Invalid, QT_TR_NOOP("A value could not be used"),
         QT_TR_NOOP("Linterna was given a value that it cannot use."),
         QT_TR_NOOP("Correct what the detail names, then try again.")},
    };

    //! TlsProblem::Kind::Other has no row here: the texts of ErrorCode::Tls are used alone.
    static constexpr TlsRow tlsRows[] = {
        {TlsProblem::Kind::CertificateFile, nullptr,
         QT_TR_NOOP("The certificate that was added to this connection could not be read on this computer."),
         QT_TR_NOOP("Add the certificate again in the connection settings.")},
        {TlsProblem::Kind::WeakProtocol, nullptr,
         QT_TR_NOOP("The server offers only outdated encryption, TLS 1.1 or older."),
         QT_TR_NOOP("Ask whoever runs the server to allow TLS 1.2 or newer.")},
        {TlsProblem::Kind::Revoked, nullptr,
         QT_TR_NOOP("The certificate of the server was withdrawn and no longer counts."),
         QT_TR_NOOP("Tell whoever runs the server. It needs a new certificate.")},
        {TlsProblem::Kind::Expired, QT_TR_NOOP("The certificate of the server expired on %1."),
         QT_TR_NOOP("The certificate of the server has expired."),
         QT_TR_NOOP("Check the date of this computer. If it is right, ask whoever runs the server to renew the "
                    "certificate.")},
        {TlsProblem::Kind::NotYetValid, QT_TR_NOOP("The certificate of the server is not valid before %1."),
         QT_TR_NOOP("The certificate of the server is not valid yet."),
         QT_TR_NOOP("Check the date of this computer. If it is right, tell whoever runs the server.")},
        {TlsProblem::Kind::WrongHost,
         QT_TR_NOOP("The certificate of the server was issued for %1, not for this address."),
         QT_TR_NOOP("The certificate of the server was not issued for this address."),
         QT_TR_NOOP("Check the addresses of the connection. If they are right, ask whoever runs the server for a "
                    "certificate for this address.")},
        {TlsProblem::Kind::SelfSigned,
         QT_TR_NOOP("The server vouches for itself: nobody else signed its certificate, issued for %1."),
         QT_TR_NOOP("The server vouches for itself: nobody else signed its certificate."),
         QT_TR_NOOP("If it is your own gateway, add its certificate in the connection settings, after comparing it "
                    "with its administrator.")},
        {TlsProblem::Kind::UnknownIssuer,
         QT_TR_NOOP("The issuer of the server's certificate, %1, is not known to this computer."),
         QT_TR_NOOP("The issuer of the server's certificate is not known to this computer."),
         QT_TR_NOOP(
             "If it is your own gateway, ask its administrator for the issuer's certificate, with those above it, "
             "as a PEM file. Choose that file in the connection settings, under Network.")},
    };
};

const ErrorWording &rowOf(ErrorCode code)
{
    const auto *found = std::ranges::find(ErrorTexts::rows, code, &ErrorWording::code);
    Q_ASSERT(found != std::end(ErrorTexts::rows));
    return *found;
}

const TlsRow *tlsRowOf(const TlsProblem &problem)
{
    const auto *found = std::ranges::find(ErrorTexts::tlsRows, problem.kind, &TlsRow::kind);
    return found == std::end(ErrorTexts::tlsRows) ? nullptr : found;
}

//! Names from a certificate between quotation marks, with quotation marks inside of the names replaced.
QString quoted(const QStringList &names)
{
    constexpr qsizetype most = 3;
    constexpr qsizetype longest = 100;
    static const QRegularExpression marks(QStringLiteral("[\"\u00AB\u00BB\u201C-\u201F]"));
    QStringList shown;
    for (const QString &name : names.first(std::min(most, names.size())))
        shown += ErrorTexts::tr("“%1”", "a name out of a certificate")
                     .arg(oneLine(name, longest).replace(marks, QStringLiteral("'")));
    QString list = shown.join(QStringLiteral(", "));
    if (names.size() <= most)
        return list;
    return ErrorTexts::tr("%1 and %n more", "names out of a certificate", static_cast<int>(names.size() - most))
        .arg(list);
}

constexpr qsizetype longestProxyDetail = 200;

//! A character as it can be shown: an invisible one, or one that would reorder the text around it, as "U+200B".
QString visible(const QString &character)
{
    if (character.isEmpty())
        return {};
    const char32_t code = character.toUcs4().constFirst();
    if (showable(character) == character && QChar::isPrint(code) && !QChar::isMark(code))
        return character;
    return QStringLiteral("U+%1").arg(qulonglong(code), 4, 16, QChar(u'0')).toUpper();
}

bool isForeignLetter(const QString &character)
{
    const auto codes = character.toUcs4();
    return !codes.isEmpty() && codes.constFirst() > 0x7F && QChar::isLetter(codes.constFirst());
}

QString tlsTodo(const Error &error)
{
    const TlsRow *row = error.code == ErrorCode::Tls && error.tls ? tlsRowOf(*error.tls) : nullptr;
    return row ? ErrorTexts::tr(row->todo) : QString();
}

QString tlsHappened(const Error &error)
{
    const QString text = error.code == ErrorCode::Tls && error.tls ? tlsProblemText(*error.tls) : QString();
    return text.isEmpty() ? text : text + QChar(u' ') + ErrorTexts::tr("Nothing was sent.");
}

//! What happened where nothing was sent: the service is closed by its hours, or the day's requests are known to be used
//! up (by our own count, or because the service has refused one). Empty for other errors.
QString notAskedText(const Error &error)
{
    if (error.httpStatus != 0)
        return {};
    if (error.code == ErrorCode::Closed)
        return ErrorTexts::tr("The service answers only during its hours, so nothing was asked.");
    if (error.code == ErrorCode::QuotaSpent)
        return ErrorTexts::tr("As far as Linterna knows, the requests of this day are used up, so nothing was asked.");
    return {};
}

QString meaningOf(const Error &error, const QDateTime &now, const std::optional<QDateTime> &previousAt)
{
    QString kept = previousAt
        ? ErrorTexts::tr("Nothing changed: the last known status, from %1, stays.").arg(momentText(*previousAt, now))
        : ErrorTexts::tr("This says nothing about the case.");
    if (error.code != ErrorCode::NotRecognized)
        return kept;
    return ErrorTexts::tr("The number may be mistyped or still too new, or the case may be one that the law keeps "
                          "confidential: those (8 U.S.C. 1367) are shown to nobody.")
        + QChar(u' ') + kept;
}

} // namespace

ErrorText errorText(const Error &error, const QDateTime &now, const std::optional<QDateTime> &previousAt)
{
    const ErrorWording &row = rowOf(error.code);
    ErrorText text{ErrorTexts::tr(row.title), ErrorTexts::tr(row.happened), meaningOf(error, now, previousAt),
                   ErrorTexts::tr(row.todo)};
    if (isProxyProblem(error.code)) {
        const bool known = !error.detail.isEmpty();
        text.happened = text.happened.arg(known ? oneLine(error.detail, longestProxyDetail) : QStringLiteral("…"));
    }
    if (const QString happened = notAskedText(error); !happened.isEmpty())
        text.happened = happened;
    if (const QString happened = tlsHappened(error); !happened.isEmpty()) {
        text.happened = happened;
        text.todo = tlsTodo(error);
    }
    if (error.retryAt && *error.retryAt > now) {
        const QString when = futureText(*error.retryAt, now);
        text.todo = error.code == ErrorCode::Closed
            ? ErrorTexts::tr("The service opens %1 (your time). Ask again then.").arg(when)
            : ErrorTexts::tr("You can ask again %1 (your time) or later.").arg(when);
    }
    return text;
}

QString errorLine(const Error &error)
{
    const ErrorText text = errorText(error, {});
    return text.happened + QChar(u' ') + text.todo;
}

QString tlsProblemText(const TlsProblem &problem)
{
    const TlsRow *row = tlsRowOf(problem);
    if (!row)
        return {};
    const QString fact = problem.date ? dateText(problem.date->toLocalTime().date()) : quoted(problem.names);
    return row->fact && !fact.isEmpty() ? ErrorTexts::tr(row->fact).arg(fact) : ErrorTexts::tr(row->without);
}

QString otherFormatText(const QString &path, FileFormat format)
{
    return ErrorTexts::tr("The name %1 promises another kind of file. Choose one that ends in %2.")
        .arg(QFileInfo(path).fileName(), suffixOf(format));
}

QString receiptProblemText(const ReceiptNumber::Refusal &refusal)
{
    const QString character = visible(refusal.character);
    switch (refusal.problem) {
    case ReceiptNumber::Problem::Empty:
        return ErrorTexts::tr("13 characters, as on the receipt notice: three letters and ten digits");
    case ReceiptNumber::Problem::BadPrefix:
        // A foreign letter may look just like one from A to Z: say that it is another character, or the refusal would
        // seem to have no reason.
        return isForeignLetter(refusal.character)
            ? ErrorTexts::tr("A receipt number begins with three letters from A to Z; this “%1” is another character")
                  .arg(character)
            : ErrorTexts::tr("A receipt number begins with three letters; “%1” cannot stand there").arg(character);
    case ReceiptNumber::Problem::BadCharacter:
        return ErrorTexts::tr("“%1” cannot stand here: after the three letters come ten digits").arg(character);
    case ReceiptNumber::Problem::TooShort:
        return ErrorTexts::tr("%1 of %2 characters").arg(refusal.length).arg(ReceiptNumber::Length);
    case ReceiptNumber::Problem::TooLong:
        return ErrorTexts::tr("%1 characters: a receipt number has %2").arg(refusal.length).arg(ReceiptNumber::Length);
    case ReceiptNumber::Problem::Telephone:
        return ErrorTexts::tr("This looks like a telephone number: type a receipt number in one run");
    case ReceiptNumber::Problem::NotFound:
        return ErrorTexts::tr("No receipt number in this text: three letters and ten digits");
    case ReceiptNumber::Problem::Unclear:
        return ErrorTexts::tr("Nearly a receipt number: compare it with the notice and type it alone");
    }
    return {};
}

} // namespace linterna
