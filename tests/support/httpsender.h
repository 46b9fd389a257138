// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/net/httpclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"

namespace linterna::test {

//! An HTTP client with the real network and a fake clock, and a request with a secret that must not leak.
struct HttpSender {
    Result<HttpReply> post(const QUrl &url, const QString &caFile = {})
    {
        HttpRequest request{.method = HttpRequest::Method::Post, .url = url, .caFile = caFile};
        request.secretHeaders.emplace_back("Authorization", Secret::copyOf("Basic abc"));
        request.body = Secret::copyOf("client_secret=s");
        return resultOf(http.send(std::move(request)));
    }
    FakeClock clock;
    HttpClient http{clock};
};

} // namespace linterna::test
