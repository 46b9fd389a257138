// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "net/deadlines.h"
#include "net/httpexchange.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>

namespace linterna {

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
    using Limits = HttpLimits;
    //! The manager's proxies are set by the client from now on.
    HttpClient(QNetworkAccessManager &network, Clock &clock, Limits limits, QObject *parent = nullptr);
    HttpClient(QNetworkAccessManager &network, Clock &clock, QObject *parent = nullptr);
    //! Cancels what is under way.
    ~HttpClient() override;

    [[nodiscard]] JobOf<HttpReply> *send(HttpRequest request);

private:
    class ProxyTable;
    void start(HttpExchange *exchange, const QNetworkProxy &proxy);
    void replyFinished(QNetworkReply *reply);
    [[nodiscard]] Result<QSslConfiguration> tls(const QString &caFile);

    QNetworkAccessManager &m_network;
    HttpExchange::Shared m_shared;
    //! By CA file: read once, not for each request.
    QHash<QString, QSslConfiguration> m_tls;
    Deadlines m_deadlines;
    //! Finished, and on their way out.
    std::vector<QPointer<QNetworkReply>> m_ended;
    int m_repliesTelling = 0;
    //! By host and port; shared with the manager's proxy factory.
    std::shared_ptr<QHash<QString, QNetworkProxy>> m_chosen = std::make_shared<QHash<QString, QNetworkProxy>>();
};

} // namespace linterna
