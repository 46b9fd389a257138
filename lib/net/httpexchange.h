// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "net/httpmessage.h"
#include "net/proxyfinder.h"

#include <QHash>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

class QNetworkAccessManager;

namespace linterna {

//! One request on its way. Once it is sent it belongs to Qt's reply: it ends the reply when it is cancelled, and goes
//! with it. One object, because each one more costs a fast reply a fiftieth of its time.
class HttpExchange final : public JobOf<HttpReply>
{
public:
    //! What all exchanges of a client share; lives until they have ended.
    struct Shared {
        Clock &clock;
        HttpLimits limits;
        ProxyFinder proxies;
        //! By authority ("127.0.0.1:8443"), that of the newest handshake with it: asking each reply costs more than
        //! reading it.
        QHash<QString, QString> tlsVersions = {};
    };
    HttpExchange(Shared &shared, HttpRequest request, QObject *parent)
        : JobOf(parent), m_shared(shared), m_request(std::move(request))
    {}
    ~HttpExchange() override;

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    void start(QNetworkAccessManager &network, const QSslConfiguration &tls);
    //! Its connection has just been encrypted.
    void noteEncryption();
    //! What Qt found wrong about the server's certificate.
    void setSslErrors(const QList<QSslError> &errors) { m_sslErrors = errors; }
    //! All of it is here, or nothing more will come. May be the end of this.
    void replyFinished();
    //! Its time is over: it ends as Timeout, unless it has ended.
    void timeOut() { end(Error{.code = ErrorCode::Timeout}); }
    void cancel() override;

private:
    void prepare(QNetworkRequest &request);
    void begin(const QNetworkRequest &request);
    void end(Error error);
    void stopReply();
    void read();
    void noteReply();
    [[nodiscard]] Error failure() const;

    Shared &m_shared;
    HttpRequest m_request; //!< until it is sent
    QPointer<QNetworkReply> m_reply;
    std::shared_ptr<HttpTranscript> m_transcript;
    std::chrono::milliseconds m_begun{};
    QByteArray m_body; // what Qt was given: shared with its own copy, so that wiping reaches both
    std::vector<QByteArray> m_secretValues;
    QByteArray m_received;
    QList<QSslCertificate> m_trusted;
    QList<QSslError> m_sslErrors;
};

} // namespace linterna
