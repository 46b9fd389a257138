// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/namedvalues.h"
#include "lib/base/secret.h"
#include "lib/domain/httptranscript.h"
#include "lib/net/connectionuse.h"
#include "lib/net/proxychoice.h"

#include <QUrl>

#include <memory>
#include <vector>

namespace linterna {

//! One request. Carries secrets in `secretHeaders` and `body`, which are wiped when the request has been made.
struct HttpRequest {
    enum class Method { Get, Post };
    Method method = Method::Get;
    QUrl url;
    NamedValues headers = {};
    //! Authorization and the like; kept apart so that nothing can log them by mistake.
    std::vector<std::pair<QByteArray, Secret>> secretHeaders = {};
    //! Sent as application/x-www-form-urlencoded with Post.
    Secret body = {};
    //! The body with its secrets replaced, for the transcript.
    QByteArray bodyForTranscript = {};
    //! PEM file of one more trusted certificate authority; empty for the system's alone.
    QString caFile = {};
    ProxyChoice proxy = {.kind = ProxyChoice::Kind::None};
    //! Filled in as the request goes out and the reply comes in, but for the reply's body: only whoever sent the
    //! request knows whether that holds a secret. May be null.
    std::shared_ptr<HttpTranscript> transcript = {};
    //! Null for a connection that no other request uses, before or after.
    std::shared_ptr<ConnectionUse> connection = {};
};

//! How long and how much a reply may be.
struct HttpLimits {
    std::chrono::milliseconds deadline{30'000}; //!< From the request to the last byte.
    qint64 maxBytes = qint64{1024} * 1024;
};

//! A whole reply, whatever its status: a 404 is a reply, not an Error.
struct HttpReply {
    int status = 0;
    QByteArray body = {};
    //! Header fields as they came.
    NamedValues headers = {};
    //! When the last byte was here.
    QDateTime arrivedAt = {};
    std::chrono::milliseconds arrivedAtMonotonic{};

    //! Value of the first field of that name, in whatever case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace linterna
