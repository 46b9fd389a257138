// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/casestatusclient.h"

#include "lib/base/log.h"
#include "lib/casestatus/responseparser.h"
#include "lib/net/cleanreply.h"
#include "lib/net/errorparser.h"

namespace linterna {

//! One request to the end. Each step is a job of its own that goes when this one is cancelled.
class CaseStatusClient::Ask : public JobOf<CaseReply>
{
public:
    Ask(CaseStatusClient &client, const ReceiptNumber &receipt, RateLimiter::Priority priority)
        : JobOf(&client), m_client(client), m_receipt(receipt), m_priority(priority)
    {}

    void start()
    {
        // A token that is at hand is not waited for, so the request for it is no part of this one's transcripts.
        if (const auto token = m_client.m_tokens.current()) {
            waitForTurn(*token);
            return;
        }
        const auto before = m_client.m_tokens.lastTranscript();
        step(m_client.m_tokens.acquire(), [this, before](const Result<AccessToken> &token) {
            if (const auto asked = m_client.m_tokens.lastTranscript(); asked && asked != before)
                m_transcripts.push_back(*asked);
            if (token.ok())
                waitForTurn(*token);
            else
                end({.result = token.error(), .body = {}, .withoutToken = true});
        });
    }

    void cancel() override
    {
        if (isFinished())
            return;
        JobOf::cancel();
        if (m_step)
            m_step->cancel();
    }

private:
    //! Waits for `job` and goes on with `next`; there is one step at a time.
    template<class T, class F>
    void step(JobOf<T> *job, F next)
    {
        m_step = job;
        job->onFinished(this, [this, next](const Result<T> &result) {
            if (!isFinished())
                next(result);
        });
    }

    void end(CaseReply reply)
    {
        reply.transcripts = std::move(m_transcripts);
        finish(std::move(reply));
    }

    void waitForTurn(const AccessToken &token)
    {
        step(m_client.m_limiter.permit(m_priority, m_repeated || m_alone),
             [this, token](const Result<RateLimiter::PermitPtr> &permit) {
                 if (!permit.ok()) {
                     end({.result = permit.error(), .body = {}});
                     return;
                 }
                 // The wait may have been long: a token that was renewed meanwhile is the better one.
                 m_sentAt = permit.value()->sending();
                 send(m_client.m_tokens.current().value_or(token));
             });
    }

    void send(const AccessToken &token)
    {
        HttpRequest request{.url = QUrl::fromEncoded(m_client.m_caseUrl + m_receipt.toString().toLatin1()),
                            .headers = m_client.m_connection.headers};
        request.secretHeaders.emplace_back(QByteArrayLiteral("Authorization"), token.authorization);
        request.caFile = m_client.m_connection.caFile;
        request.proxy = m_client.m_connection.proxy;
        m_connection = m_alone ? nullptr : std::make_shared<ConnectionUse>();
        request.connection = m_connection;
        request.transcript = std::make_shared<HttpTranscript>();
        const auto transcript = request.transcript;
        step(m_client.m_http.send(std::move(request)),
             [this, transcript, token](const Result<HttpReply> &reply) { received(reply, *transcript, token); });
        emit m_client.sending(m_receipt); // last: a receiver may switch to another connection, which ends this object
    }

    //! Takes the secrets out of the reply before it is shown or recorded: a server may send them back, or another's
    //! token.
    void received(const Result<HttpReply> &result, HttpTranscript &transcript, const AccessToken &token)
    {
        const SecretMask mask = m_client.m_tokens.maskFor(token);
        cleanTranscript(transcript, mask);
        if (!result.ok()) {
            m_transcripts.push_back(std::move(transcript));
            if (isInDoubt()) {
                askAlone();
                return;
            }
            const Error error = cleanError(result.error(), mask);
            end({.result = error, .httpStatus = error.httpStatus, .body = {}});
            return;
        }
        const CleanReply clean = cleanReply(*result, mask);
        transcript.replyBody = clean.shown;
        m_transcripts.push_back(std::move(transcript));
        understand(*result, clean, mask, token.serial);
    }

    //! Whether the reply may be the answer to an earlier request, because others had used the connection; not where it
    //! names this receipt number.
    [[nodiscard]] bool isInDoubt() const { return m_connection && m_connection->wasUsedBefore; }

    void askAlone()
    {
        m_alone = true;
        start();
    }

    void understand(const HttpReply &reply, const CleanReply &clean, const SecretMask &mask, int tokenSerial)
    {
        const Result<CaseStatus> meaning = meaningOf(reply, clean, mask);
        if (meaning.ok()) {
            if (m_connection && m_connection->keep)
                m_connection->keep();
        } else if (isInDoubt() && reply.status != 429) { // 429 tells all who ask to wait, whichever request it answers
            askAlone();
            return;
        }
        if (reply.status == 401) {
            m_client.m_tokens.drop(tokenSerial);
            if (!std::exchange(m_repeated, true)) {
                start();
                return;
            }
        }
        qCInfo(lcNet).noquote() << "case status reply for" << m_receipt.masked() << "HTTP" << reply.status;
        end({.result = meaning, .httpStatus = reply.status, .body = clean.raw});
    }

    Result<CaseStatus> meaningOf(const HttpReply &reply, const CleanReply &clean, const SecretMask &mask)
    {
        RateLimiter &limiter = m_client.m_limiter;
        if (reply.status != 200) {
            const QDateTime now = m_client.m_clock.now();
            const Error error = errorFromReply(reply.status, clean.text, reply.header("retry-after"), now);
            return limiter.heard(cleanError(error, mask), m_sentAt);
        }
        limiter.accepted(m_sentAt);
        if (!clean.problem.isEmpty())
            return Error{.code = ErrorCode::Unreadable, .httpStatus = reply.status, .detail = clean.problem};
        return parseCaseStatus(clean.text, m_receipt);
    }

    CaseStatusClient &m_client;
    const ReceiptNumber m_receipt;
    const RateLimiter::Priority m_priority;
    QPointer<Job> m_step;
    bool m_repeated = false;
    std::shared_ptr<ConnectionUse> m_connection; //!< null where the request has a connection of its own
    bool m_alone = false;                        //!< Sent again over a connection of its own.
    std::chrono::milliseconds m_sentAt{};        //!< monotonic
    std::vector<HttpTranscript> m_transcripts;
};

CaseStatusClient::CaseStatusClient(const Connection &connection, HttpClient &http, RateLimiter &limiter,
                                   TokenProvider &tokens, Clock &clock, QObject *parent)
    : QObject(parent), m_connection(connection), m_caseUrl(connection.apiUrl.toEncoded()), m_http(http),
      m_limiter(limiter), m_tokens(tokens), m_clock(clock)
{
    // Byte for byte as it was entered: decoded and encoded again, %2F would be a slash.
    m_caseUrl += m_caseUrl.endsWith('/') ? "case-status/" : "/case-status/";
}

JobOf<CaseReply> *CaseStatusClient::ask(const ReceiptNumber &receipt, RateLimiter::Priority priority)
{
    auto *job = new Ask(*this, receipt, priority);
    job->start();
    return job;
}

} // namespace linterna
