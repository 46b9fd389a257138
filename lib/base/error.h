// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/tlsproblem.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace linterna {

//! Why there is no answer. What a person reads for each code stands in ui/words/errortext, nowhere else.
enum class ErrorCode {
    Offline,                //!< No connection: name not found, refused, reset, network unreachable.
    Timeout,                //!< The total deadline ran out.
    Tls,                    //!< The server's certificate or protocol version was refused; Error::tls says why.
    Redirected,             //!< The server pointed elsewhere; Error::detail is where (scheme, host and path).
    BadCredentials,         //!< The token endpoint refused client ID and secret.
    CredentialsSentWrongly, //!< The token endpoint refused how credentials or request were sent, not the credentials.
    Unauthorized,           //!< A fresh access token was refused by the API (401 twice).
    Forbidden,              //!< 403: the credentials have no access to this API.
    NotRecognized,  //!< 404: USCIS does not recognise the receipt number, or may not show the case (8 U.S.C. 1367).
    BadReceipt,     //!< 422, or refused by us before anything was sent.
    RateLimited,    //!< 429.
    QuotaSpent,     //!< The day's requests are used up.
    Closed,         //!< 503 outside service hours.
    Server,         //!< 5xx and any other status that is no answer.
    Unreadable,     //!< The reply could not be understood.
    Mismatch,       //!< The reply is about another receipt number.
    TooLarge,       //!< The reply was larger than the cap.
    InterimReply,   //!< The server sent an interim reply (102, 103) first, past which Qt 6.4 cannot read.
    KeychainLocked, //!< The keyring is locked, or a prompt of it was not answered in time.
    KeychainAbsent, //!< There is no keyring service.
    KeychainDenied, //!< The person or the keyring refused.
    NotConfigured,  //!< No client ID or secret is stored for this connection.
    Storage,        //!< Reading or writing the record failed; Error::detail says where.
    StorageBusy,    //!< Another program holds the record's file; that passes.
    Cancelled,      //!< Stopped by the person, or what it depended on went away.
    // Errors of a proxy between this computer and the service; Error::detail begins with the proxy's host and port.
    ProxySignIn,      //!< The proxy wants a user name and password, and has been given none.
    ProxyRefused,     //!< The proxy refused user name and password; they are not sent again by themselves.
    ProxyMethod,      //!< The proxy offers no way to sign in that can be used here.
    ProxyDenied,      //!< The proxy does not let this computer through to the server (403 and the like).
    ProxyUnreachable, //!< The proxy is not there: name not found, or connection refused.
    ProxyClosed,      //!< The proxy, or whatever is there, hung up or does not speak as a proxy does.
    ProxySilent,      //!< The proxy did not answer in time.
    ProxyFailed,      //!< The proxy answered that it could not reach the server (5xx).
    Invalid,          //!< A value of ours was wrong (a file that was imported, an argument); Error::detail says what.
};

//! Whether the error is one of a proxy.
[[nodiscard]] bool isProxyProblem(ErrorCode code);

//! A stable, untranslated word for files and the database ("offline", "bad-credentials", …).
[[nodiscard]] QString errorCodeName(ErrorCode code);
//! The code of a stable word; empty when the word is not known.
[[nodiscard]] std::optional<ErrorCode> errorCodeFromName(const QString &name);

//! What went wrong. Holds no wording of ours but `detail`, which is technical and never secret.
struct Error {
    ErrorCode code = ErrorCode::Server;
    //! HTTP status, 0 where there was no reply.
    int httpStatus = 0;
    //! When the server said (or its documentation says) that asking again makes sense. UTC.
    std::optional<QDateTime> retryAt = {};
    //! The server's own message as plain text, always shown to the person beside our words. Empty when there was none.
    QString serverMessage = {};
    //! Technical detail in English: a host, a file name, a failed check. Never a secret, token or receipt number.
    QString detail = {};
    //! With ErrorCode::Tls: why the connection was refused. Empty for other codes, and for old records.
    std::optional<TlsProblem> tls = {};

    bool operator==(const Error &) const = default;
};

//! The one mapping from an HTTP status that is no success to a code. Never Closed: whether the message of a 503 says so
//! is the caller's to decide.
[[nodiscard]] ErrorCode errorCodeForHttpStatus(int status);

} // namespace linterna
