// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "base/namedvalues.h"
#include "base/secret.h"
#include "domain/httptranscript.h"
#include "net/proxyfinder.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
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
    //! The same with its secrets replaced, for the transcript.
    QByteArray bodyForTranscript = {};
    //! PEM file of one more trusted certificate authority; empty for the system's alone.
    QString caFile = {};
    ProxyChoice proxy = {.kind = ProxyChoice::Kind::None};
    //! Filled in as the request goes out and the reply comes in, but for the reply's body: only whoever sent the request
    //! knows whether that holds a secret. May be null.
    std::shared_ptr<HttpTranscript> transcript = {};
};

//! A whole reply, whatever its status: a 404 is a reply, not an Error.
struct HttpReply {
    int status = 0;
    QByteArray body;
    //! Names in lower case.
    NamedValues headers;
    //! When the last byte was here.
    QDateTime arrivedAt;
    std::chrono::milliseconds arrivedAtMonotonic{};

    //! Value of the first field of that name (lower case), empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

//! Sends a request and gives the reply, safely: never follows a redirect (it is an Error that names the place), ends
//! within a total deadline, refuses more than a cap of bytes, keeps no cookies and no cache, asks for no compression,
//! and trusts the system's certificate authorities plus the request's own. Plain http goes to loopback only.
//!
//! Errors: Offline (a reply that was cut short too), Timeout, Tls, Redirected, TooLarge, Unreadable (compressed although
//! that was not asked for), Invalid (a URL that is neither https nor http to loopback), Cancelled.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds deadline{30'000};
        qint64 maxBytes = 1024 * 1024;
    };
    //! The manager's proxies are set by the client from now on.
    HttpClient(QNetworkAccessManager &network, Clock &clock, Limits limits, QObject *parent = nullptr);
    HttpClient(QNetworkAccessManager &network, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] JobOf<HttpReply> *send(HttpRequest request);

private:
    class ProxyTable;
    void start(HttpRequest request, JobOf<HttpReply> *job, const QNetworkProxy &proxy);
    [[nodiscard]] Result<QSslConfiguration> tls(const QString &caFile);

    QNetworkAccessManager &m_network;
    Clock &m_clock;
    Limits m_limits;
    //! By CA file: read once, not for each request.
    QHash<QString, QSslConfiguration> m_tls;
    ProxyFinder m_proxies;
    //! By host and port; shared with the manager's proxy factory.
    std::shared_ptr<QHash<QString, QNetworkProxy>> m_chosen = std::make_shared<QHash<QString, QNetworkProxy>>();
};

} // namespace linterna
