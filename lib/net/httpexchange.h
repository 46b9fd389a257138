// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "net/httpmessage.h"
#include "net/proxyfinder.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

class QNetworkAccessManager;
class QNetworkRequest;

namespace linterna {

//! Ends Qt's reply when it is cancelled or goes. By itself and not by signals: connecting them cost more than looking at
//! the reply.
class HttpJob : public JobOf<HttpReply>
{
public:
    using JobOf<HttpReply>::JobOf;
    ~HttpJob() override
    {
        cancel(); // whoever waits is told that
    }
    void setReply(QNetworkReply *reply) { m_reply = reply; }
    void cancel() final
    {
        if (isFinished())
            return;
        JobOf::cancel();
        abort();
    }

private:
    void abort();
    QPointer<QNetworkReply> m_reply;
};

//! One request on its way. Belongs to Qt's reply and goes with it, even when nobody waits any more.
class HttpExchange : public QObject
{
public:
    //! `proxies` lives as long as the job does.
    HttpExchange(Clock &clock, HttpLimits limits, ProxyFinder &proxies, HttpRequest request, HttpJob *job)
        : m_clock(clock), m_limits(limits), m_proxies(proxies), m_request(std::move(request)), m_job(job)
    {
    }
    ~HttpExchange() override
    {
        if (m_job)
            m_job->cancel();
        wipe(m_body);
        for (QByteArray &value : m_secretValues)
            wipe(value);
    }

    void start(QNetworkAccessManager &network, const QSslConfiguration &tls);
    //! What Qt found wrong about the server's certificate.
    void setSslErrors(const QList<QSslError> &errors) { m_sslErrors = errors; }
    //! Its time is over: it ends as Timeout, unless it has ended.
    void timeOut() { end(Error{.code = ErrorCode::Timeout}); }

private:
    void prepare(QNetworkRequest &request);
    void begin(const QNetworkRequest &request);
    void end(Error error);
    void read();
    void replyFinished();
    void noteReply();
    [[nodiscard]] Error failure() const;

    Clock &m_clock;
    HttpLimits m_limits;
    ProxyFinder &m_proxies;
    HttpRequest m_request;
    QPointer<HttpJob> m_job;
    QNetworkReply *m_reply = nullptr;
    std::shared_ptr<HttpTranscript> m_transcript;
    std::chrono::milliseconds m_begun{};
    QByteArray m_body; // what Qt was given: shared with its own copy, so that wiping reaches both
    std::vector<QByteArray> m_secretValues;
    QByteArray m_received;
    QList<QSslCertificate> m_trusted;
    QList<QSslError> m_sslErrors;
};

} // namespace linterna
