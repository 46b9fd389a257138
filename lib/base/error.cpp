// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/error.h"

#include <algorithm>
#include <array>

namespace linterna {

namespace {

struct CodeName {
    ErrorCode code;
    QLatin1StringView name;
};

using namespace Qt::Literals::StringLiterals;

constexpr std::array errorCodeNames{
    CodeName{ErrorCode::Offline, "offline"_L1},
    CodeName{ErrorCode::Timeout, "timeout"_L1},
    CodeName{ErrorCode::Tls, "tls"_L1},
    CodeName{ErrorCode::Redirected, "redirected"_L1},
    CodeName{ErrorCode::BadCredentials, "bad-credentials"_L1},
    CodeName{ErrorCode::CredentialsSentWrongly, "credentials-sent-wrongly"_L1},
    CodeName{ErrorCode::Unauthorized, "unauthorized"_L1},
    CodeName{ErrorCode::Forbidden, "forbidden"_L1},
    CodeName{ErrorCode::NotRecognized, "not-recognized"_L1},
    CodeName{ErrorCode::BadReceipt, "bad-receipt"_L1},
    CodeName{ErrorCode::RateLimited, "rate-limited"_L1},
    CodeName{ErrorCode::QuotaSpent, "quota-spent"_L1},
    CodeName{ErrorCode::Closed, "closed"_L1},
    CodeName{ErrorCode::Server, "server"_L1},
    CodeName{ErrorCode::Unreadable, "unreadable"_L1},
    CodeName{ErrorCode::Mismatch, "mismatch"_L1},
    CodeName{ErrorCode::TooLarge, "too-large"_L1},
    CodeName{ErrorCode::InterimReply, "interim-reply"_L1},
    CodeName{ErrorCode::KeychainLocked, "keychain-locked"_L1},
    CodeName{ErrorCode::KeychainAbsent, "keychain-absent"_L1},
    CodeName{ErrorCode::KeychainDenied, "keychain-denied"_L1},
    CodeName{ErrorCode::NotConfigured, "not-configured"_L1},
    CodeName{ErrorCode::Storage, "storage"_L1},
    CodeName{ErrorCode::StorageBusy, "storage-busy"_L1},
    CodeName{ErrorCode::Cancelled, "cancelled"_L1},
    CodeName{ErrorCode::ProxySignIn, "proxy-sign-in"_L1},
    CodeName{ErrorCode::ProxyRefused, "proxy-refused"_L1},
    CodeName{ErrorCode::ProxyMethod, "proxy-method"_L1},
    CodeName{ErrorCode::ProxyDenied, "proxy-denied"_L1},
    CodeName{ErrorCode::ProxyUnreachable, "proxy-unreachable"_L1},
    CodeName{ErrorCode::ProxyClosed, "proxy-closed"_L1},
    CodeName{ErrorCode::ProxySilent, "proxy-silent"_L1},
    CodeName{ErrorCode::ProxyFailed, "proxy-failed"_L1},
    CodeName{ErrorCode::Invalid, "invalid"_L1},
};

} // namespace

QString errorCodeName(ErrorCode code)
{
    const auto found = std::ranges::find(errorCodeNames, code, &CodeName::code);
    return found == errorCodeNames.end() ? QString() : QString(found->name);
}

std::optional<ErrorCode> errorCodeFromName(const QString &name)
{
    const auto found = std::ranges::find_if(errorCodeNames, [&](const CodeName &entry) { return name == entry.name; });
    return found == errorCodeNames.end() ? std::nullopt : std::optional(found->code);
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
