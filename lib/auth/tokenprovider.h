// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/auth/tokenresponse.h"
#include "lib/auth/tokentranscript.h"
#include "lib/connections/connection.h"
#include "lib/net/httpclient.h"
#include "lib/pacing/ratelimiter.h"
#include "lib/secrets/secretstore.h"

namespace linterna {

//! An access token in use.
struct AccessToken {
    //! The value of an Authorization header ("Bearer …"): made once, not for each request.
    Secret authorization;
    //! Number of the token, for telling tokens apart without showing them.
    int serial = 0;
    //! Used until then, and no longer. UTC, by the wall clock.
    QDateTime usableUntil;
};

//! What may be told of the token in use.
struct TokenDetails {
    QDateTime receivedAt; //!< UTC
    //! End of its life; it is not used in the very last part of it. UTC.
    QDateTime validUntil;
    //! Scope as the server named it; empty where it did not.
    QString scope;
};

//! Has one valid access token for one connection. One request for it at a time, however many wait; renewed by a timer
//! before it expires while work goes on; a 401 drops only the token that was used. The client secret is read from the
//! SecretStore for each request and wiped after it.
class TokenProvider : public QObject
{
    Q_OBJECT
public:
    TokenProvider(const Connection &connection, HttpClient &http, RateLimiter &limiter, SecretStore &secrets,
                  Clock &clock, QObject *parent = nullptr);

    //! A token that is valid now. Always a job. Errors: those of SecretStore and HttpClient, NotConfigured (no client
    //! ID or secret), BadCredentials, RateLimited, Server, Unreadable, QuotaSpent.
    [[nodiscard]] JobOf<AccessToken> *acquire();
    //! The token that is valid at this moment, without asking for one.
    [[nodiscard]] std::optional<AccessToken> current();
    //! Empty where there is no token.
    [[nodiscard]] const std::optional<TokenDetails> &details() const { return m_details; }
    //! The tokens and secrets that are in use, for taking them out of whatever a server writes; among them the token
    //! that a request was sent with, since others may have been fetched before its reply, and passwords of proxies.
    [[nodiscard]] SecretMask maskFor(const AccessToken &token) const;
    //! The last token request that has ended, and its reply; null before the first.
    [[nodiscard]] std::shared_ptr<const HttpTranscript> lastTranscript() const { return m_lastTranscript; }
    //! The API refused this token: it is not given out again. A newer one stays.
    void drop(int serial);
    //! Call when a person wants it tried again. Until then a refusal (BadCredentials, NotConfigured, or the keychain's)
    //! stands: it is given to all who ask, and neither keychain nor server is asked. A new check of a person calls this
    //! by itself; the start of a batch has to.
    void tryAgain();

signals:
    //! A token came or went; usableUntil is empty where there is none.
    void changed(std::optional<QDateTime> usableUntil);
    //! The token request failed and is repeated then (UTC); those who wait go on waiting.
    void waiting(const QDateTime &until, linterna::ErrorCode reason);

private:
    void fetch();
    void request(const Secret &clientSecret);
    void send(const Secret &clientSecret);
    void received(const Result<HttpReply> &result, HttpTranscript &transcript);
    void hide(const HttpRequest &request, const Secret &clientSecret);
    void refused(const HttpReply &reply);
    void forget();
    void accept(const HttpReply &reply, const TokenResponse &response);
    void failed(const Error &error);
    void fetchAgain();
    void forgetThoseWhoLeft();
    //! Whether somebody waits for a token, or there is one to renew. A token that nobody wants any more is not asked
    //! for.
    [[nodiscard]] bool isWanted();
    void tellAll(const Result<AccessToken> &result);
    void renew();

    const Connection m_connection;
    HttpClient &m_http;
    RateLimiter &m_limiter;
    SecretStore &m_secrets;
    Clock &m_clock;

    std::optional<AccessToken> m_token;
    std::chrono::milliseconds m_validUntil{}; //!< monotonic: the wall clock may be set back
    std::optional<TokenDetails> m_details;
    std::shared_ptr<const HttpTranscript> m_lastTranscript;
    SecretMask m_mask;
    Secret m_lastToken; //!< masked as well: a late reply may still hold it
    bool m_usedSinceIssue = false;
    std::unique_ptr<Alarm> m_renewal;

    bool m_fetching = false;
    std::chrono::milliseconds m_sentAt{}; //!< monotonic
    int m_failures = 0;
    std::optional<Error> m_refusal;
    int m_serial = 0;
    std::unique_ptr<Alarm> m_retry;
    std::vector<QPointer<JobOf<AccessToken>>> m_waiting;
};

} // namespace linterna
