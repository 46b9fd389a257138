// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/error.h"

#include "lib/base/enumnames.h"

namespace linterna {

namespace {

constexpr auto errorCodeNames = enumNames<ErrorCode>({
    {ErrorCode::Offline, "offline"},
    {ErrorCode::Timeout, "timeout"},
    {ErrorCode::Tls, "tls"},
    {ErrorCode::Redirected, "redirected"},
    {ErrorCode::BadCredentials, "bad-credentials"},
    {ErrorCode::CredentialsSentWrongly, "credentials-sent-wrongly"},
    {ErrorCode::Unauthorized, "unauthorized"},
    {ErrorCode::Forbidden, "forbidden"},
    {ErrorCode::NotRecognized, "not-recognized"},
    {ErrorCode::BadReceipt, "bad-receipt"},
    {ErrorCode::RateLimited, "rate-limited"},
    {ErrorCode::QuotaSpent, "quota-spent"},
    {ErrorCode::Closed, "closed"},
    {ErrorCode::Server, "server"},
    {ErrorCode::Unreadable, "unreadable"},
    {ErrorCode::Mismatch, "mismatch"},
    {ErrorCode::TooLarge, "too-large"},
    {ErrorCode::InterimReply, "interim-reply"},
    {ErrorCode::KeychainLocked, "keychain-locked"},
    {ErrorCode::KeychainAbsent, "keychain-absent"},
    {ErrorCode::KeychainDenied, "keychain-denied"},
    {ErrorCode::NotConfigured, "not-configured"},
    {ErrorCode::Storage, "storage"},
    {ErrorCode::StorageBusy, "storage-busy"},
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::ProxySignIn, "proxy-sign-in"},
    {ErrorCode::ProxyRefused, "proxy-refused"},
    {ErrorCode::ProxyMethod, "proxy-method"},
    {ErrorCode::ProxyDenied, "proxy-denied"},
    {ErrorCode::ProxyUnreachable, "proxy-unreachable"},
    {ErrorCode::ProxyClosed, "proxy-closed"},
    {ErrorCode::ProxySilent, "proxy-silent"},
    {ErrorCode::ProxyFailed, "proxy-failed"},
    {ErrorCode::Invalid, "invalid"},
});

} // namespace

QString errorCodeName(ErrorCode code)
{
    return errorCodeNames.name(code);
}

std::optional<ErrorCode> errorCodeFromName(const QString &name)
{
    return errorCodeNames.value(name);
}

bool isProxyProblem(ErrorCode code)
{
    return code >= ErrorCode::ProxySignIn && code <= ErrorCode::ProxyFailed;
}

ErrorCode errorCodeForHttpStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotRecognized;
    case 422:
        return ErrorCode::BadReceipt;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 300 && status < 400 ? ErrorCode::Redirected : ErrorCode::Server;
    }
}

} // namespace linterna
