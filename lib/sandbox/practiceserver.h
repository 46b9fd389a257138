// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace linterna {

//! Stands in for USCIS: token endpoint and Case Status API on 127.0.0.1, in the API's own shapes, with invented data.
//! It behaves like the gateway: one bearer token at a time is checked for age, faster than the limit gets 429, the
//! day's quota ends, unknown receipt numbers get 404 and malformed ones 422.
class PracticeServer : public QObject
{
    Q_OBJECT
public:
    enum class ClientAuth { Post, Basic };
    struct Options {
        //! 0 takes a free one.
        quint16 port = 0;
        //! Case requests per second, smoothed as Apigee's spike arrest does (one each 1/tps s); 0 for no limit.
        double requestsPerSecond = 5;
        //! Case requests a day; 0 for no limit.
        int requestsPerDay = 1000;
        std::chrono::seconds tokenLifetime{1799};
        ClientAuth clientAuth = ClientAuth::Post;
        //! PEM files; both or none. With them the server speaks https.
        QString tlsCertificate;
        QString tlsKey;
        //! One line a request: time, method, path with the receipt masked, status. Empty for none.
        QString logFile;
        //! Added before each case reply, so that people (and tests) can see what waiting looks like.
        std::chrono::milliseconds delay{0};
    };

    explicit PracticeServer(QObject *parent = nullptr);
    ~PracticeServer() override;

    //! Listens, or says why not (port taken, certificate unreadable).
    [[nodiscard]] Result<Nothing> start(const Options &options);
    //! "http://127.0.0.1:PORT" once started.
    [[nodiscard]] QUrl baseUrl() const;

    //! The credentials that it accepts.
    static QString clientId();
    static QString clientSecret();

    //! Case requests that were answered with anything but 429, since the start.
    [[nodiscard]] int caseRequests() const;
    [[nodiscard]] int tokenRequests() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linterna
