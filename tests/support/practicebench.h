// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sandbox/practiceserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>

namespace linterna::test {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpAnswer {
    //! HTTP status; 0 where no reply came.
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray allow;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

//! A client that talks real HTTP to a practice server and waits for each answer.
class PracticeClient
{
public:
    HttpAnswer send(const QByteArray &method, const QString &path, const Headers &headers = {},
                    const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(base.toString() + path));
        request.setSslConfiguration(tls);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const bool noBody = method == "HEAD"; // a custom HEAD request would wait for a body
        const std::unique_ptr<QNetworkReply> reply(noBody ? network.head(request)
                                                          : network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(patience))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                reply->rawHeader("content-type"), reply->rawHeader("allow")};
    }
    HttpAnswer requestToken(const QByteArray &form, Headers headers = {})
    {
        headers.insert(headers.begin(), {"Content-Type", "application/x-www-form-urlencoded"});
        return send("POST", QStringLiteral("/oauth/accesstoken"), headers, form);
    }
    QByteArray token()
    {
        return requestToken(goodForm()).json().value(QStringLiteral("access_token")).toString().toLatin1();
    }
    HttpAnswer getCase(const QString &receipt, const QByteArray &token)
    {
        return send("GET", QStringLiteral("/case-status/") + receipt, {{"Authorization", "Bearer " + token}});
    }
    static QByteArray goodForm()
    {
        return "grant_type=client_credentials&client_id=" + PracticeServer::clientId().toUtf8()
            + "&client_secret=" + PracticeServer::clientSecret().toUtf8();
    }

    QUrl base;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QNetworkAccessManager network;
};

//! A practice server with a clock that the test moves, and a client of it.
class PracticeBench : public PracticeClient
{
public:
    explicit PracticeBench(const PracticeServer::Options &options = {})
    {
        if (const auto started = server->start(options); !started)
            qFatal("%s", qPrintable(started.error().detail));
        base = server->baseUrl();
    }

    //! Options without limits, for tests about other things.
    static PracticeServer::Options unlimited()
    {
        PracticeServer::Options options;
        options.requestsPerSecond = 0;
        options.requestsPerDay = 0;
        return options;
    }

    FakeClock clock{QDateTime(QDate(2026, 5, 4), QTime(15, 0), Qt::UTC)};
    std::unique_ptr<PracticeServer> server = std::make_unique<PracticeServer>(clock);
};

} // namespace linterna::test
