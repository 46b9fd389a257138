// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/result.h"
#include "lib/sandbox/tokenendpoint.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>

namespace linterna {

//! Stands in for USCIS: token endpoint (POST /oauth/accesstoken) and Case Status API (GET /case-status/RECEIPT) on
//! 127.0.0.1, in the API's own shapes, with invented data. It behaves like the gateway: unknown and expired access
//! tokens get 401, faster than the limit gets 429, the day's quota ends, unknown receipt numbers get 404 and malformed
//! ones 422.
//! A request of more than MaxRequest bytes is not read to its end and never answered.
class PracticeServer : public QObject
{
    Q_OBJECT
public:
    using ClientAuth = PracticeClientAuth;
    struct Options {
        //! Port to listen on; 0 takes a free one.
        quint16 port = 0;
        //! Case requests per second, smoothed as Apigee's spike arrest does: one that comes sooner than 1/this s after
        //! the last one that passed is refused, with no burst. 0 for no limit.
        double requestsPerSecond = 5;
        //! Case requests a day, which begins at midnight in New York; 0 for no limit. Refused ones do not count.
        int requestsPerDay = 1000;
        std::chrono::seconds tokenLifetime{1799};
        ClientAuth clientAuth = ClientAuth::Post;
        //! PEM files; both or none. With them the server speaks https.
        QString tlsCertificate;
        QString tlsKey;
        //! File that gets one line a request: UTC time, method, path with the receipt masked, status. Empty for none.
        QString logFile;
        //! Time to wait before each case reply, so that people (and tests) can see what waiting looks like.
        std::chrono::milliseconds delay{0};
    };

    //! `clock` decides on token life, rate and day; the delay runs in real time.
    explicit PracticeServer(Clock &clock, QObject *parent = nullptr);
    ~PracticeServer() override;

    //! Listens, or says in Error::detail why not. Once only.
    //!
    //! Errors: Invalid (certificate or key cannot be used), Storage (log file), Offline (port taken).
    [[nodiscard]] Result<Nothing> start(const Options &options);
    //! "http://127.0.0.1:PORT" once started.
    [[nodiscard]] QUrl baseUrl() const;

    //! The credentials that it accepts.
    static QString clientId();
    static QString clientSecret();
    //! Receipt numbers that have a case. One of them, EAC9999103400, answers in the broken JSON that USCIS sent in June
    //! 2026: quotes in a link are not escaped.
    static QStringList receipts();
    //! PRA0000000401 and so on: each gives the error of its last three digits, if its access token is good.
    static QStringList reservedReceipts();

    //! Case requests that were answered with anything but 429, since the start.
    [[nodiscard]] int caseRequests() const;
    [[nodiscard]] int tokenRequests() const;

    static constexpr qint64 MaxRequest = qint64{256} * 1024;

private:
    class Private;
    Clock &m_clock;
    std::unique_ptr<Private> d;
};

} // namespace linterna
