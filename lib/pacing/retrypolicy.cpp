// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/retrypolicy.h"

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using namespace std::chrono_literals;

struct RetryRule {
    ErrorCode code;
    std::array<std::chrono::milliseconds, 3> waits; // before the second, third and fourth try; 0 ends the list
};

constexpr std::array retryRules{
    RetryRule{ErrorCode::Offline, {1s, 4s, 0s}},
    // A proxy that refuses is not asked again: with a password that could lock the person's account.
    RetryRule{ErrorCode::ProxyUnreachable, {1s, 4s, 0s}},
    RetryRule{ErrorCode::ProxyClosed, {1s, 4s, 0s}},
    RetryRule{ErrorCode::ProxyFailed, {1s, 4s, 0s}},
    RetryRule{ErrorCode::Server, {1s, 4s, 0s}},
    RetryRule{ErrorCode::RateLimited, {1s, 5s, 15s}},
};

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(const Error &error, int failures, const QDateTime &now,
                                                    double jitter)
{
    const auto rule = std::ranges::find(retryRules, error.code, &RetryRule::code);
    // A 4xx that has no code of its own is Server too, and asking again would not change it.
    const bool refused = error.httpStatus >= 400 && error.httpStatus < 500 && error.httpStatus != 429;
    if (rule == retryRules.end() || refused || failures < 1 || std::size_t(failures) > rule->waits.size())
        return std::nullopt;
    auto wait = rule->waits[std::size_t(failures) - 1];
    if (wait.count() == 0)
        return std::nullopt;
    wait += std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(wait.count()) * 0.25 * jitter));
    if (error.retryAt)
        wait = std::max(wait, std::chrono::milliseconds(now.msecsTo(*error.retryAt)));
    return wait > LongestOwnWait ? std::nullopt : std::optional(wait);
}

} // namespace linterna
