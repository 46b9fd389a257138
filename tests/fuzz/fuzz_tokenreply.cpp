// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenresponse.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_tokenreply {

int tryOnce(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = bytesOf(data, size);
    const Result<TokenResponse> response = parseTokenResponse(body);
    if (!response.ok()) {
        promise(response.error().code == ErrorCode::Unreadable, "a reply that cannot be used is unreadable");
        return 0;
    }
    const QByteArrayView token = response->accessToken.view();
    promise(!token.isEmpty(), "a token is there");
    promise(std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; }), "a token fits into a header field");
    promise(response->lifetime.count() >= 0 && response->lifetime.count() <= 86400, "a life of at most a day");
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_tokenreply, tryOnce)

} // namespace fuzz_tokenreply
