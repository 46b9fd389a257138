// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenprovider.h"

#include "lib/auth/tokenrequest.h"
#include "lib/auth/tokentranscript.h"
#include "lib/base/log.h"
#include "lib/net/replycharset.h"
#include "lib/pacing/retrypolicy.h"

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using namespace std::chrono_literals;

//! A token is not used in the last part of its life: the request must arrive before it ends.
std::chrono::milliseconds margin(std::chrono::milliseconds lifetime)
{
    return std::min<std::chrono::milliseconds>(lifetime / 10, 5s);
}

//! A new token is asked for this long before the old one ends, so that nobody waits for it.
std::chrono::milliseconds renewalLead(std::chrono::milliseconds lifetime)
{
    return std::min<std::chrono::milliseconds>(lifetime / 4, 60s);
}

//! Errors that only a person can put right.
bool isRefusal(ErrorCode code)
{
    constexpr std::array refusals{
        ErrorCode::BadCredentials, ErrorCode::CredentialsSentWrongly, ErrorCode::NotConfigured,
        ErrorCode::KeychainLocked, ErrorCode::KeychainAbsent,         ErrorCode::KeychainDenied,
        ErrorCode::ProxySignIn,    ErrorCode::ProxyRefused,           ErrorCode::ProxyMethod};
    return std::ranges::find(refusals, code) != refusals.end();
}

Secret authorizationOf(const Secret &token)
{
    QByteArray value = "Bearer " + token.view().toByteArray();
    return Secret(std::move(value));
}

} // namespace

TokenProvider::TokenProvider(const Connection &connection, HttpClient &http, RateLimiter &limiter, SecretStore &secrets,
                             Clock &clock, QObject *parent)
    : QObject(parent), m_connection(connection), m_http(http), m_limiter(limiter), m_secrets(secrets), m_clock(clock)
{}

std::optional<AccessToken> TokenProvider::current()
{
    // Both clocks have a say: the wall clock sees a machine that slept, the monotonic one a wall clock set back.
    if (m_token && (m_clock.monotonic() >= m_validUntil || m_clock.now() >= m_token->usableUntil))
        forget();
    if (m_token)
        m_usedSinceIssue = true;
    return m_token;
}

JobOf<AccessToken> *TokenProvider::acquire()
{
    if (const auto token = current())
        return JobOf<AccessToken>::finished(*token, this);
    if (m_refusal && !m_fetching)
        return JobOf<AccessToken>::finished(*m_refusal, this);
    auto *job = new JobOf<AccessToken>(this);
    m_waiting.emplace_back(job);
    if (!m_fetching)
        fetch();
    return job;
}

void TokenProvider::drop(int serial)
{
    if (!m_token || m_token->serial != serial)
        return;
    forget();
}

void TokenProvider::forget()
{
    m_token.reset();
    m_details.reset();
    m_renewal.reset();
    emit changed(std::nullopt);
}

void TokenProvider::tryAgain()
{
    m_refusal.reset();
}

void TokenProvider::fetch()
{
    m_fetching = true;
    if (m_connection.clientId.isEmpty()) {
        failed(Error{.code = ErrorCode::NotConfigured, .detail = QStringLiteral("no client ID")});
        return;
    }
    m_secrets.read(m_connection.secretKey())->onFinished(this, [this](const Result<Secret> &secret) {
        if (!isWanted())
            m_fetching = false;
        else if (!secret.ok())
            failed(secret.error());
        else if (secret->isEmpty())
            failed(Error{.code = ErrorCode::NotConfigured, .detail = QStringLiteral("no client secret")});
        else
            request(*secret);
    });
}

void TokenProvider::request(const Secret &clientSecret)
{
    auto *permit = m_limiter.permit(RateLimiter::Priority::Token);
    permit->onFinished(this, [this, clientSecret](const Result<RateLimiter::PermitPtr> &granted) {
        if (!granted.ok()) {
            failed(granted.error());
            return;
        }
        if (!isWanted()) {
            m_fetching = false;
            return;
        }
        m_sentAt = granted.value()->sending();
        send(clientSecret);
    });
}

void TokenProvider::send(const Secret &clientSecret)
{
    qCInfo(lcAuth).noquote() << "asking for an access token at" << m_connection.tokenUrl.host(QUrl::FullyEncoded);
    HttpRequest request = tokenRequest(m_connection, clientSecret);
    request.transcript = std::make_shared<HttpTranscript>();
    const auto transcript = request.transcript;
    hide(request, clientSecret);
    m_http.send(std::move(request))->onFinished(this, [this, transcript](const Result<HttpReply> &reply) {
        m_lastTranscript = transcript;
        received(reply, *transcript);
    });
}

//! Adds to the mask all that a server could send back from now on: the secret itself, the pair of HTTP Basic, the last
//! token, and what else is a key in what is sent.
void TokenProvider::hide(const HttpRequest &request, const Secret &clientSecret)
{
    m_mask = SecretMask();
    m_mask.add(clientSecret);
    for (const auto &[name, value] : request.secretHeaders)
        m_mask.add(Secret::copyOf(value.view().sliced(value.view().indexOf(' ') + 1)));
    for (const NamedValues *values : {&m_connection.headers, &m_connection.tokenParameters}) {
        for (const auto &[name, value] : *values) {
            if (isKeyName(name))
                m_mask.add(Secret::copyOf(value));
        }
    }
    m_mask.add(m_lastToken);
}

SecretMask TokenProvider::maskFor(const AccessToken &token) const
{
    SecretMask mask = m_mask;
    m_http.hideProxyPasswords(mask);
    if (token.serial != m_serial)
        mask.add(Secret::copyOf(token.authorization.view().sliced(token.authorization.view().indexOf(' ') + 1)));
    return mask;
}

void TokenProvider::received(const Result<HttpReply> &result, HttpTranscript &transcript)
{
    m_http.hideProxyPasswords(m_mask);
    if (!result.ok()) {
        cleanTokenTranscript(transcript, {}, m_mask);
        failed(cleanError(result.error(), m_mask));
        return;
    }
    const HttpReply &reply = *result;
    if (reply.status != 200) {
        cleanTokenTranscript(transcript, cleanReply(reply, m_mask), m_mask);
        refused(reply);
        return;
    }
    m_limiter.accepted(m_sentAt);
    const DecodedBody body = decodedBody(reply);
    const Result<TokenResponse> response = body.problem.isEmpty()
        ? parseTokenResponse(body.text)
        : Result<TokenResponse>(
            Error{.code = ErrorCode::Unreadable, .httpStatus = reply.status, .detail = body.problem});
    if (response.ok())
        m_mask.add(response->accessToken);
    cleanTokenTranscript(transcript, cleanReply(reply, m_mask), m_mask);
    if (response.ok())
        accept(reply, *response);
    else
        failed(response.error());
}

//! Ends the request with the server's refusal, whose message is shown and recorded.
void TokenProvider::refused(const HttpReply &reply)
{
    const Error error = tokenErrorFromReply(reply, cleanReply(reply, m_mask).text, m_connection.clientAuthentication);
    failed(m_limiter.heard(cleanError(error, m_mask), m_sentAt));
}

void TokenProvider::accept(const HttpReply &reply, const TokenResponse &response)
{
    m_fetching = false;
    m_failures = 0;
    const std::chrono::milliseconds lifetime = response.lifetime;
    const auto usable = lifetime - margin(lifetime);
    const AccessToken token{.authorization = authorizationOf(response.accessToken),
                            .serial = ++m_serial,
                            .usableUntil = reply.arrivedAt.addMSecs(usable.count())};
    qCInfo(lcAuth) << "access token received, valid for" << response.lifetime.count() << "s";
    m_lastToken = response.accessToken;
    m_usedSinceIssue = !m_waiting.empty();
    if (usable.count() > 0) {
        m_token = token;
        m_details = TokenDetails{.receivedAt = reply.arrivedAt,
                                 .validUntil = reply.arrivedAt.addMSecs(lifetime.count()),
                                 .scope = m_mask.masked(response.scope)};
        m_validUntil = reply.arrivedAtMonotonic + usable;
        const auto age = m_clock.monotonic() - reply.arrivedAtMonotonic;
        m_renewal = m_clock.after(lifetime - renewalLead(lifetime) - age, [this] { renew(); });
        emit changed(token.usableUntil);
    }
    // A token without any life still serves those who wait for it, once: asking again would give the same (fault 3).
    tellAll(token);
}

void TokenProvider::failed(const Error &error)
{
    ++m_failures;
    auto delay = retryDelay(error, m_failures, m_clock.now(), m_clock.jitter());
    forgetThoseWhoLeft();
    if (delay && error.code == ErrorCode::RateLimited) // the limiter pauses by itself, perhaps for longer
        delay = std::max(*delay, m_limiter.notBefore() - m_clock.monotonic());
    else if (delay)
        m_limiter.pauseFor(*delay); // without a token there is nothing to send
    if (delay && !m_waiting.empty()) {
        emit waiting(m_clock.now().addMSecs(delay->count()), error.code);
        m_retry = m_clock.after(*delay, [this] { fetchAgain(); });
        return;
    }
    m_fetching = false;
    m_failures = 0;
    // A keychain that failed at a renewal has told nobody yet; a server that refused has seen its one attempt.
    const bool isKeychains = error.httpStatus == 0;
    if (isRefusal(error.code) && (!isKeychains || !m_waiting.empty()))
        m_refusal = error;
    tellAll(error);
}

void TokenProvider::fetchAgain()
{
    if (isWanted()) {
        fetch();
        return;
    }
    m_fetching = false;
    m_failures = 0;
}

void TokenProvider::forgetThoseWhoLeft()
{
    std::erase_if(m_waiting, [](const auto &job) { return !job || job->isFinished(); });
}

bool TokenProvider::isWanted()
{
    forgetThoseWhoLeft();
    return m_token || !m_waiting.empty();
}

void TokenProvider::tellAll(const Result<AccessToken> &result)
{
    const auto jobs = std::exchange(m_waiting, {});
    for (const auto &job : jobs) {
        if (job)
            job->finish(result);
    }
}

void TokenProvider::renew()
{
    if (m_usedSinceIssue && !m_fetching)
        fetch();
}

} // namespace linterna
