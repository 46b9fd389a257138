// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"
#include "lib/base/namedvalues.h"

#include <QUrl>

#include <chrono>

namespace linterna {

//! One request and what came back, as it may be shown to the person whose request it was. Never holds a client secret
//! or an access token: they were replaced by dots before it was filled in. Holds the receipt number (in the URL and the
//! reply): mask it where others look on.
struct HttpTranscript {
    //! "GET" or "POST"; empty where nothing was sent.
    QByteArray method = {};
    QUrl url = {};
    //! The header fields that this program set, in that order; the network library adds Host, Connection and the like.
    NamedValues requestHeaders = {};
    QByteArray requestBody = {};
    //! UTC.
    QDateTime sentAt = {};
    std::chrono::milliseconds took{};
    //! HTTP status, 0 where there was no reply.
    int status = 0;
    NamedValues replyHeaders = {};
    QByteArray replyBody = {};
    //! "TLSv1.3"; empty for plain http, and where no connection came about.
    QString tlsVersion = {};

    bool operator==(const HttpTranscript &) const = default;
};

} // namespace linterna
